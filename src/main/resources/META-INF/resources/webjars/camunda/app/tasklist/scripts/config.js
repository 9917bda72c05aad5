import { language } from './language.js';

document.documentElement.lang = language;

export default {
  app: {
    vendor: language === 'nl' ? 'Accountmigratie' : 'Account migration',
    name: language === 'nl' ? 'Taken' : 'Tasks',
  },
  locales: { availableLocales: [language], fallbackLocale: language },
  customScripts: ['scripts/sign-in', 'scripts/first-page', 'scripts/reasons'],
  disableWelcomeMessage: true,
};
