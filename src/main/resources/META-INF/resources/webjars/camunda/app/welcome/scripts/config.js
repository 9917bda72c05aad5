import '/scripts/one-sign-in.js';

export default {};
