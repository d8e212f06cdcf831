// Other programs know one description of a code; here it is three: what it means, when it is used, when not.
import type { CodebookCode } from '../codebook-code.ts'

/** The words before the second and third part, in the language of the file. */
export interface DescriptionMarks {
  readonly use: string
  readonly not: string
}

type Described = Pick<CodebookCode, 'definition' | 'whenToUse' | 'whenNotToUse'>

export function writeDescription(code: Described, marks: DescriptionMarks): string {
  return [
    code.definition.trim(),
    code.whenToUse.trim() === '' ? '' : `${marks.use} ${code.whenToUse.trim()}`,
    code.whenNotToUse.trim() === '' ? '' : `${marks.not} ${code.whenNotToUse.trim()}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** Takes a description apart again, whichever language's marks it was written with; without marks it is the meaning. */
export function readDescription(words: string, marks: readonly DescriptionMarks[]): Described {
  const found = { definition: '', whenToUse: '', whenNotToUse: '' }
  let part: keyof Described = 'definition'
  for (const line of words.split('\n')) {
    const use = marks.find((one) => line.startsWith(one.use))
    const not = marks.find((one) => line.startsWith(one.not))
    if (use !== undefined) part = 'whenToUse'
    else if (not !== undefined) part = 'whenNotToUse'
    const bare = line.slice(use?.use.length ?? not?.not.length ?? 0).trimStart()
    found[part] = found[part] === '' ? bare : `${found[part]}\n${bare}`
  }
  return {
    definition: found.definition.trim(),
    whenToUse: found.whenToUse.trim(),
    whenNotToUse: found.whenNotToUse.trim(),
  }
}
