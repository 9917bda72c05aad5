// Who may not open Cockpit has nothing here but tasks; the styles spare these people what is for others.
const base = document.querySelector('base');

export const markPeople = async () => {
  const answer = await fetch(`${base.getAttribute('admin-api')}auth/user/default`);
  if (answer.ok) {
    const { authorizedApps } = await answer.json();
    document.documentElement.classList.toggle('only-tasks', !authorizedApps.includes('cockpit'));
  }
};
