import { text } from '../../kit/index.ts'

/** Such as “Wednesday evening”. */
export function slotWords(slot: string): string {
  const [weekday = '', part = ''] = slot.split(' ')
  return text('groupwork:planning.weekTime', {
    weekday: text(`families:availability.weekday.${weekday}`),
    part: text(`families:availability.part.${part}`),
  })
}
