// On the first visit Tasklist draws before its texts have come, and shows the names of some in their place. It keeps texts
// in the browser's storage for later visits; this puts them there for the first one.
const STORAGE = 'camunda-web';

export const keepTexts = async (language) => {
  const locales = `${document.querySelector('base').getAttribute('app-root')}/app/tasklist/locales/`;
  const name = `${locales}_locales_data_${language}_${window.bust}`;
  const kept = JSON.parse(localStorage.getItem(STORAGE) || '{}');
  if (!kept[name]) {
    const answer = await fetch(`${locales}${language}.json?bust=${window.bust}`);
    if (answer.ok) {
      localStorage.setItem(STORAGE, JSON.stringify({ ...kept, [name]: await answer.text() }));
    }
  }
};
