// Plays what a worker has read aloud. Nothing is loaded before the tap; one sound at a time.

export function addListening(place: HTMLElement): void {
  const buttons = [...place.querySelectorAll<HTMLElement>('[data-listen]')].map(makeButton)
  if (buttons.length === 0) return
  const { hush = '', quiet = '' } = place.dataset
  const sound = new Audio()
  const labels = new Map(buttons.map((button) => [button, button.textContent]))
  let playing: HTMLButtonElement | null = null
  const rest = () => {
    if (playing !== null) playing.textContent = labels.get(playing) ?? ''
    playing = null
  }
  const fail = (button: HTMLButtonElement) => {
    if (playing !== button) return
    rest()
    button.after(makeSign(quiet))
  }
  sound.addEventListener('ended', rest)
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const stops = playing === button
      sound.pause()
      rest()
      if (stops) return
      const { nextElementSibling: sign } = button
      if (sign?.hasAttribute('data-quiet') === true) sign.remove()
      playing = button
      button.textContent = hush
      if ('speechSynthesis' in window) speechSynthesis.cancel()
      sound.src = button.dataset['listen'] ?? ''
      sound.play().catch(() => fail(button))
    })
  }
}

/** One large button instead of the browser's player. */
function makeButton(player: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'q say'
  button.textContent = player.querySelector('span')?.textContent ?? ''
  button.setAttribute('data-listen', player.dataset['listen'] ?? '')
  player.replaceWith(button)
  return button
}

function makeSign(words: string): HTMLElement {
  const sign = document.createElement('p')
  sign.className = 'n s'
  sign.setAttribute('role', 'status')
  sign.setAttribute('data-quiet', '')
  sign.textContent = words
  return sign
}
