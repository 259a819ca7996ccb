// Keeps a page true while it is looked at, and takes a login token from the address without sending it anywhere.
"use strict";

const PERIOD_MS = 3000;
const news = document.getElementById("news");

function isBusy() {
  const at = document.activeElement;
  return document.getElementById("main").contains(at) && at.id !== "main";
}

async function renew() {
  const answer = await fetch("/version", { cache: "no-store" });
  if (answer.redirected) return location.reload();
  const version = await answer.text();
  if (!answer.ok || version === document.body.dataset.version) return;
  if (isBusy()) {
    // not under somebody's hands
    if (!news.hasChildNodes()) {
      const link = document.createElement("a");
      link.href = location.href;
      link.textContent = "There is news: show it";
      news.append(link);
    }
    return;
  }
  const page = await (await fetch(location.href, { cache: "no-store" })).text();
  const fresh = new DOMParser().parseFromString(page, "text/html");
  document.getElementById("main").replaceChildren(...fresh.getElementById("main").childNodes);
  document.body.dataset.version = fresh.body.dataset.version;
  news.replaceChildren();
}

if (news) {
  setInterval(() => {
    if (!document.hidden) renew().catch(() => {});
  }, PERIOD_MS);
}

const token = new URLSearchParams(location.hash.slice(1)).get("token");
const field = document.querySelector("input[name=token]");
if (token && field) {
  history.replaceState(null, "", location.pathname + location.search);
  field.value = token;
  document.querySelector("input[name=name], form button").focus();
}
