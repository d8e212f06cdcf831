import type { InterviewEntry } from '../../interview/interview.ts'
import { joinLines, type TextLine } from '../../interview/text-lines.ts'
import { sourceGuidOf } from './export-refi.ts'
import { type HiddenText, openText } from './hidden-text.ts'
import type { RefiSource } from './refi-project.ts'

/** An interview of ours as a file may know it: as it is, or with its names hidden. */
export interface KnownText {
  readonly interview: InterviewEntry
  readonly lines: readonly TextLine[]
  readonly hidden: HiddenText
}

export interface MatchedSource {
  readonly source: RefiSource
  /**
   * `known`: the text is one of ours, letter by letter. `changed`: it names one of ours and the words differ, so nobody can say
   * where its marks belong. `new`: it is none of ours.
   */
  readonly state: 'known' | 'changed' | 'new'
  readonly text: KnownText | null
  /** From positions of the file to ours. */
  readonly toOwn: HiddenText['toOwn']
}

/** INQ-38: a text of a file is ours by its name, or by its words where the other program names things anew. */
export function matchSources(
  sources: readonly RefiSource[],
  texts: readonly KnownText[],
): readonly MatchedSource[] {
  const plain = new Map(texts.map((text) => [text.interview.id, joinLines(text.lines)]))
  const fits = (source: RefiSource, text: KnownText): HiddenText | null => {
    const own = plain.get(text.interview.id) ?? ''
    if (isSameText(source.text, own)) return openText(own)
    return isSameText(source.text, text.hidden.text) ? text.hidden : null
  }
  return sources.map((source): MatchedSource => {
    const named = texts.find(({ interview }) => sourceGuidOf(interview) === source.guid)
    const text = named ?? texts.find((one) => source.text !== '' && fits(source, one) !== null)
    const way = text === undefined ? null : fits(source, text)
    if (text === undefined || way === null)
      return {
        source,
        state: text === undefined ? 'new' : 'changed',
        text: text ?? null,
        toOwn: (position) => position,
      }
    return { source, state: 'known', text, toOwn: way.toOwn }
  })
}

/** A line feed more or less at the very end is nobody's word; some programs add or drop one. */
function isSameText(left: string, right: string): boolean {
  return left.replace(/\n+$/, '') === right.replace(/\n+$/, '')
}
