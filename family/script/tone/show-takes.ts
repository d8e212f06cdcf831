import { compareVoices } from '../../../statistics/voice/compare-voices.ts'
import { drawVoice, scaleOf } from './draw-voice.ts'
import { playSound } from './record-sound.ts'
import type { Take } from './take.ts'
import { type Tell, tellDifference, tellFigures, tellOwn } from './tell-difference.ts'

/** Every way that was recorded, on the same scales, with what differs from the first of them. */
export function showTakes(
  place: HTMLElement,
  tell: Tell,
  context: AudioContext,
  takes: readonly Take[],
): void {
  const scale = scaleOf(takes.map(({ voice }) => voice))
  const [first] = takes
  place.append(makeText('h2', tell('result')), makeText('p', tell('picture'), 's'))
  for (const take of takes) {
    const name = tell(`way.${take.way}`)
    place.append(makeText('h3', name), drawVoice(take.voice, scale))
    if (first !== undefined && first !== take) place.append(tellTake(tell, take, first))
    place.append(
      makeText('p', tellOwn(tell, take.voice), 's'),
      makeButton(tell('play', { way: name }), 'q', () => playSound(context, take.sound)),
    )
  }
  if (takes.length === 1) place.append(makeText('p', tell('alone')))
  place.append(makeText('p', tell('ask'), 'n'))
}

function tellTake(tell: Tell, take: Take, first: Take): HTMLElement {
  const found = compareVoices(take.voice, first.voice)
  const isLevelled = take.sound.isLevelled || first.sound.isLevelled
  const against = tell('against', { way: tell(`way.${first.way}`) })
  const line = makeText('p', `${against}${tellDifference(tell, found, isLevelled)} `)
  line.append(makeText('small', tellFigures(tell, found, isLevelled), 's'))
  return line
}

export function makeText(tag: 'p' | 'h2' | 'h3' | 'small', text: string, name = ''): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  element.className = name
  return element
}

export function makeButton(text: string, name: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = text
  button.className = name
  button.addEventListener('click', press)
  return button
}
