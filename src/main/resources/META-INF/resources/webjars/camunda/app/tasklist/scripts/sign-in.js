// The program has one sign-in page; the form that the application shows after signing out would let nobody in.
// If a session ends at a task, signing in leads back to it; the application keeps what was typed.
const base = document.querySelector('base');
const ofATask = (url) => /[?&]task=[^&]/.test(new URL(url).hash);

let task = ofATask(window.location.href) ? window.location.hash : '';
window.addEventListener('hashchange', ({ newURL }) => {
  if (!newURL.includes('#/login')) {
    task = ofATask(newURL) ? new URL(newURL).hash : '';
  }
});
// Who signs out is done with the task.
document.addEventListener('click', ({ target }) => {
  if (target.closest('[ng-click="logout()"]')) {
    task = '';
  }
}, true);

export default {
  id: 'one-sign-in',
  pluginPoint: `${base.getAttribute('app-name')}.login`,
  render: () => {
    // Another anchor of the same page would not ask the server, which leads to the sign-in.
    window.history.replaceState(null, '', base.href + task);
    window.location.reload();
  },
};
