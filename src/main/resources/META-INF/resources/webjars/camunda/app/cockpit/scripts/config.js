export default {
  customScripts: ['../tasklist/scripts/sign-in', 'scripts/case', 'scripts/figures'],
  disableWelcomeMessage: true,
};
