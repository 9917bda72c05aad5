import { language } from './language.js';
import { markPeople } from './people.js';
import { keepTexts } from './texts.js';

await Promise.all([keepTexts(language), markPeople()]);
document.documentElement.lang = language;

export default {
  app: {
    vendor: language === 'nl' ? 'Accountmigratie' : 'Account migration',
    name: language === 'nl' ? 'Taken' : 'Tasks',
  },
  locales: { availableLocales: [language], fallbackLocale: language },
  customScripts: ['scripts/sign-in', 'scripts/first-page', 'scripts/reasons', 'scripts/lead-on'],
  disableWelcomeMessage: true,
};
