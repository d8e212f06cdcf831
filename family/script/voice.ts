// Reads a question and its answers aloud with the phone's own voice, where it has one; nothing leaves the phone.
export function addVoice(form: HTMLFormElement): void {
  const voice = window.speechSynthesis
  const label = form.dataset['say']
  if (voice === undefined || label === undefined) return
  form.querySelectorAll('fieldset').forEach((question) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'q say'
    button.textContent = label
    button.addEventListener('click', () => {
      voice.cancel()
      const words = Array.from(
        question.querySelectorAll('legend,p,label'),
        (part) => part.textContent ?? '',
      )
      const speech = new SpeechSynthesisUtterance(words.join('\n'))
      speech.lang = document.documentElement.lang
      speech.rate = 0.9
      voice.speak(speech)
    })
    question.querySelector('legend')?.after(button)
  })
}
