import type { DefinitionCount, StartOfGroup } from '../../evaluation/describe-start.ts'
import { type Translate, type Wording, writeNumber } from '../../evaluation/write-numbers.ts'
import { scaleTags } from '../../inquiry/scale.ts'
import { readWords } from '../../inquiry/words.ts'
import type { FieldValues } from '../field-values.ts'
import type { DeclaredField } from '../template-field.ts'
import type { GroupPaperInput } from './group-paper-input.ts'

export const meanColumns: readonly DeclaredField[] = [
  ['meanScale', '量表'],
  ['meanBy', '谁回答'],
  ['meanValue', '均分'],
  ['meanRange', '可能范围'],
  ['meanAnswered', '回答人数'],
]

/** Why this group: the sentences and means of the plan's page (EVA-36). Before anybody has a seat there are none. */
export function fillNeed(
  counted: GroupPaperInput['start'],
  { language, translate }: Wording,
): FieldValues {
  const start = counted === 'closed' ? null : counted
  const means = (start?.means ?? []).toSorted(
    (left, right) =>
      placeOf(left.tags) - placeOf(right.tags) || left.respondent.localeCompare(right.respondent),
  )
  return {
    needs:
      counted === 'closed'
        ? [{ need: translate('paperwork:paper.needsRights') }]
        : start === null || start.children === 0
          ? []
          : writeStart(start, translate).map((need) => ({ need })),
    hasMeans: means.length > 0,
    meansCaption:
      start?.wave == null || means.length === 0
        ? ''
        : translate('groupwork:planning.means', {
            wave: start.wave.title,
            day: start.wave.opensOn,
          }),
    means: means.map(({ title, respondent, mean, range, n, of }) => ({
      meanScale: readWords(title, language),
      meanBy: translate(`inquiry:respondent.${respondent}`),
      meanValue: writeNumber(mean, 1),
      meanRange: translate('groupwork:planning.fromTo', { from: range.min, to: range.max }),
      meanAnswered: translate('groupwork:planning.nOf', { n, of }),
    })),
  }
}

/** Both sides of one dimension stand together, as on the plan's page. */
function placeOf(tags: StartOfGroup['means'][number]['tags']): number {
  const place = scaleTags.findIndex((tag) => tags.includes(tag))
  return place < 0 ? scaleTags.length : place
}

function writeStart(start: StartOfGroup, translate: Translate): readonly string[] {
  const { families, children, away, silences } = start
  const say = (key: string, values: Parameters<Translate>[1]): string =>
    translate(`groupwork:planning.start.${key}`, values)
  const definition = ({ holds, unknown }: DefinitionCount) => ({
    holds,
    children,
    open: unknown === 0 ? '' : say('unknown', { children: unknown }),
  })
  const where = start.provinces
    .map(({ province, count }) => say('province', { province, people: count }))
    .join(translate('paperwork:summary.nameGap'))
  return [
    say('families', { families, children }),
    say('civilAffairs', definition(start.civilAffairs)),
    say('census', definition(start.census)),
    say('away', { people: away }) + (where === '' ? '' : say('where', { where })),
    say('silences', { ...silences }),
  ]
}
