// Text of a cell as it is kept: composed (NFC), so that a name typed on two machines is one name. What cannot be
// stored is a problem; what a reader cannot see is kept and pointed out (A093).

import type { CellNoticeId, CellProblemId } from '../refusals.ts'

export type CleanText = {
  readonly text: string
  readonly problem?: CellProblemId
  readonly notices: readonly CellNoticeId[]
}

const PLAIN = /^[\t\n\r\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uff60]*$/
const CONTROL = /[^\P{Cc}\t\n\r]/u
// The joiner inside an emoji such as a family is part of the picture, not hidden text.
const EMOJI_JOINER =
  /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d(?=\p{Extended_Pictographic})/gu
const HIDDEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/
const NOTHING: readonly CellNoticeId[] = []

export function cleanText(raw: string): CleanText {
  if (PLAIN.test(raw)) return { text: raw, notices: NOTHING }
  if (raw.includes('\0')) return { text: '', problem: 'TextHasNul', notices: NOTHING }
  // U+FFFD is what an earlier program left of a character it could not read.
  if (!raw.isWellFormed() || raw.includes('\ufffd')) {
    return { text: '', problem: 'TextHasBrokenCharacter', notices: NOTHING }
  }
  const notices: CellNoticeId[] = []
  if (HIDDEN.test(raw.replace(EMOJI_JOINER, ''))) notices.push('TextHasHiddenCharacter')
  if (CONTROL.test(raw)) notices.push('TextHasControlCharacter')
  return { text: raw.normalize('NFC'), notices }
}
