// Files as other programs write them, made after their published structure: QualCoder 3 names everything anew with every export,
// writes headings that cannot be marked, one passage per mark, the marked words as a passage's name; Taguette writes codebooks
// with names in capital letters and no colours.
import { strToU8, zipSync } from 'fflate'

export interface ForeignMark {
  readonly code: string
  readonly words: string
  readonly memo?: string
  readonly coder?: string
}

const user = (name: string): string => (name === 'default' ? guid(900) : guid(901))

export function guid(number: number): string {
  return `${String(number).padStart(8, '0')}-1111-4222-8333-444455556666`
}

/** Python counts characters, and so does QualCoder. */
function positionsOf(text: string, words: string): readonly [number, number] {
  const from = Array.from(text.slice(0, text.indexOf(words))).length
  return [from, from + Array.from(words).length]
}

export interface ForeignCode {
  readonly name: string
  readonly memo?: string
  readonly codes?: readonly ForeignCode[]
  readonly heading?: boolean
}

/** `project.qde` and its folder as QualCoder exports them. */
export function writeLikeQualCoder(
  text: string,
  codes: readonly ForeignCode[],
  marks: readonly ForeignMark[],
  extra = '',
): Uint8Array {
  const guids = new Map<string, string>()
  let made = 100
  const nextGuid = (): string => {
    made += 1
    return guid(made)
  }
  const writeCode = (code: ForeignCode): string => {
    const own = nextGuid()
    if (code.heading !== true) guids.set(code.name, own)
    const inner = [
      code.memo === undefined ? '' : `<Description>${code.memo}</Description>`,
      ...(code.codes ?? []).map(writeCode),
    ].join('\n')
    const colour = code.heading === true ? '' : ' color="#F48FB1"'
    return `<Code guid="${own}" name="${code.name}" isCodable="${code.heading !== true}"${colour}>${inner}</Code>`
  }
  const book = codes.map(writeCode).join('\n')
  const passages = marks.map(({ code, words, memo, coder = 'default' }) => {
    const [from, to] = positionsOf(text, words)
    const own = nextGuid()
    return [
      `<PlainTextSelection guid="${own}" startPosition="${from}" endPosition="${to}" name="${words}" creatingUser="${user(coder)}" creationDateTime="2026-03-09T10:00:00Z">`,
      memo === undefined ? '' : `<Description>${memo}</Description>`,
      `<Coding guid="${nextGuid()}" creatingUser="${user(coder)}" >`,
      `<CodeRef targetGUID="${guids.get(code) ?? guid(0)}" />`,
      '</Coding>',
      '</PlainTextSelection>',
    ].join('\n')
  })
  const xml = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<Project xmlns="urn:QDA-XML:project:1.0" name="kites" origin="Qualcoder-3.5" creationDateTime="2026-03-09T10:00:00Z">',
    `<Users><User guid="${guid(900)}" name="default"/><User guid="${guid(901)}" name="王静"/></Users>`,
    `<CodeBook><Codes>${book}</Codes></CodeBook>`,
    `<Variables><Variable guid="${guid(800)}" name="grade" typeOfVariable="Text"><Description/></Variable></Variables>`,
    `<Sources><TextSource richTextPath="internal://${guid(1)}.txt" plainTextPath="internal://${guid(2)}.txt" creatingUser="${guid(900)}" creationDateTime="2026-03-09T10:00:00Z" guid="${guid(3)}" name="访谈一">`,
    ...passages,
    '</TextSource>',
    `<PictureSource guid="${guid(4)}" name="画.png" path="internal://${guid(4)}.png"/>`,
    '</Sources>',
    extra,
    '</Project>',
  ].join('\n')
  return zipSync({
    'project.qde': strToU8(xml),
    [`Sources/${guid(2)}.txt`]: strToU8(text),
    [`Sources/${guid(4)}.png`]: new Uint8Array([1, 2, 3]),
  })
}

export const taguetteCodebook = `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Taguette 1.4.1"><Codes><Code guid="2B5A3F10-9C1D-5E77-8A21-0D6C4B3E2F11" name="trust" isCodable="true"></Code><Code guid="7E0D1C2B-3A49-5F68-9788-A7B6C5D4E3F2" name="trust.promise" isCodable="true"></Code></Codes><Sets></Sets></CodeBook>`

/** A text with Windows line ends, positions counted as another kind of program counts them. */
export function writeLikeWindows(
  text: string,
  words: string,
  counting: 'units, ends as two' | 'points, ends as one',
): Uint8Array {
  const windows = text.replaceAll('\n', '\r\n')
  const counted = counting === 'units, ends as two' ? windows : text
  const at = counted.indexOf(words)
  const length = counting === 'units, ends as two' ? words.length : Array.from(words).length
  const from = counting === 'units, ends as two' ? at : Array.from(counted.slice(0, at)).length
  const xml = [
    '<Project xmlns="urn:QDA-XML:project:1.0" name="w" origin="Other 1.0">',
    `<CodeBook><Codes><Code guid="{${guid(7).toUpperCase()}}" name="c" isCodable="true" color="#112233"/></Codes></CodeBook>`,
    `<Sources><TextSource guid="${guid(5)}" name="w" plainTextPath="internal://${guid(6)}.txt">`,
    `<PlainTextSelection guid="${guid(8)}" name="${words}" startPosition="${from}" endPosition="${from + length}" creatingUser="${guid(9)}">`,
    `<Coding guid="${guid(10)}"><CodeRef targetGUID="${guid(7)}"/></Coding>`,
    '</PlainTextSelection></TextSource></Sources></Project>',
  ].join('')
  return zipSync({ 'project.qde': strToU8(xml), [`sources/${guid(6)}.txt`]: strToU8(windows) })
}
