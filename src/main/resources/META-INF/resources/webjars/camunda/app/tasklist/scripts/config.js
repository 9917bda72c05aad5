export default {
  app: { vendor: 'Account migration', name: 'Tasks' },
  customScripts: ['scripts/sign-in', 'scripts/first-page'],
  disableWelcomeMessage: true,
};
