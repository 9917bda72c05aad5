// People who may not open Cockpit have nothing here but tasks; the styles hide what is for others.
const base = document.querySelector('base');

export const markPeople = async () => {
  const answer = await fetch(`${base.getAttribute('admin-api')}auth/user/default`);
  if (answer.ok) {
    const { authorizedApps } = await answer.json();
    document.documentElement.classList.toggle('only-tasks', !authorizedApps.includes('cockpit'));
  }
};
