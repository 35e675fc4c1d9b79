// A video's player is loaded only when the reader asks for it.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-player]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const player = document.createElement("iframe");
  player.src = link.dataset.player;
  player.title = link.querySelector(".video__title").textContent;
  player.allow = "autoplay; fullscreen; picture-in-picture";
  player.allowFullscreen = true;
  link.replaceWith(player);
  player.focus();
});
