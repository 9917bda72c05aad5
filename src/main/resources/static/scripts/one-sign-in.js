// The web applications would show a sign-in form of their own, which opens nothing here. They change the address
// without an event that all browsers tell of, so it is looked at now and then.
const leaveOwnSignIn = () => {
    if (location.hash.startsWith('#/login')) {
        location.replace('/');
    }
};

setInterval(leaveOwnSignIn, 300);
leaveOwnSignIn();
