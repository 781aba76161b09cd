// Pictures of the scenes wait until the figure has drawn and somebody comes near them.
const root = document.documentElement;

const near = new IntersectionObserver((all) => {
  for (const { target, isIntersecting } of all) if (isIntersecting) {
    near.unobserve(target);
    target.src = target.dataset.src;
  }
});

// A printer gets all of them.
addEventListener("beforeprint", () => {
  for (const image of document.querySelectorAll("img[data-src]")) if (!image.hasAttribute("src")) image.src = image.dataset.src;
});

function watch() {
  document.querySelectorAll("img[data-src]").forEach((image) => near.observe(image));
}

if (root.dataset.drawn) watch();
else new MutationObserver((_, self) => {
  if (root.dataset.drawn) { self.disconnect(); watch(); }
}).observe(root, { attributes: true, attributeFilter: ["data-drawn"] });

// Cards by what their words say: title, question, terms. Without a hit it says so.
const find = document.getElementById("find");
find.addEventListener("input", () => {
  const wanted = find.value.trim().toLowerCase();
  const cards = [...document.querySelectorAll(".gallery > li")];
  for (const card of cards) card.hidden = !card.textContent.toLowerCase().includes(wanted);
  const left = cards.filter((card) => !card.hidden).length;
  document.getElementById("found").textContent = wanted ? "{{page.home.found}}".replace("{0}", left).replace("{1}", cards.length) : "";
});
