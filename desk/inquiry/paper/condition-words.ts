import type { Condition, Test } from '../../../core/inquiry/condition.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { text } from '../../kit/index.ts'
import { showAnswer } from '../collect/list-choices.ts'
import { currentLanguage } from '../../kit/index.ts'

type Spoken = Pick<Instrument, 'items' | 'responseSets'>

/** A condition as somebody reads it on paper: by the numbers of the questions. */
export function conditionWords(condition: Condition, shown: Spoken): string {
  return condition
    .map((group) =>
      group.map((test) => testWords(test, shown)).join(text('inquiry:editor.andShort')),
    )
    .join(text('inquiry:editor.orShort'))
}

function testWords({ item, is, value }: Test, shown: Spoken): string {
  const its = shown.items.find(({ id }) => id === item)
  return text('inquiry:paper.test', {
    number: its?.number ?? item,
    comparison: text(`inquiry:comparison.${is}`),
    value:
      value === null || its === undefined
        ? ''
        : `“${showAnswer(shown, its, value, currentLanguage())}”`,
  })
}
