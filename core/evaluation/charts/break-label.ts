/** Closing marks never begin a line, opening marks never end one (Chinese line breaking); `n = 26` stays together. */
const closing = /^[、。，．：；？！…）】》〉」』〕”’％·,.:;?!)\]}%=]/u
const opening = /[（【《〈「『〔“‘([{=]$/u
const wide =
  /[\u1100-\u115f\u2e80-\u303f\u3040-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u

/** About how many letters of full width a text takes; Latin letters and digits take a little more than half. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (wide.test(letter) ? 1 : 0.56), 0)
}

/**
 * A name for a picture in lines of at most so many full-width letters: words and numbers stay whole, a Chinese sentence
 * breaks between any two letters but never before a closing mark nor after an opening one. What is longer than a line
 * and has no place to break stands as it is.
 */
export function breakLabel(text: string, most: number): string {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text)) {
    if (line !== '' && widthOf((line + piece).trimEnd()) > most) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  return [...lines, line.trimEnd()].filter((one) => one !== '').join('\n')
}

export function countLines(label: string): number {
  return label.split('\n').length
}

/** The smallest parts that stay together on one line. */
function piecesOf(text: string): readonly string[] {
  const letters = text.match(/\s+|[^\s\u2e80-\u9fff\uff00-\uffef]+|./gu) ?? []
  const pieces: string[] = []
  for (const letter of letters) {
    const before = pieces.at(-1)
    const stays =
      before !== undefined &&
      (closing.test(letter) || opening.test(before.trimEnd()) || /^\s+$/.test(letter))
    if (stays) pieces[pieces.length - 1] = before + letter
    else pieces.push(letter)
  }
  return pieces
}
