/** A title that has quotation marks of its own, quoted: the inner marks become single. Marks that do not pair stay. */
export function nestQuotes(text: string): string {
  if (!text.includes('“')) return text
  let depth = 0
  let nested = ''
  for (const letter of text) {
    if (letter === '“') depth += 1
    if (depth < 0) return text
    nested += depth % 2 === 0 ? single(letter) : letter
    if (letter === '”') depth -= 1
  }
  return depth === 0 ? nested : text
}

function single(letter: string): string {
  if (letter === '“') return '‘'
  return letter === '”' ? '’' : letter
}
