/**
 * What a child said, in quotation marks once (SAF-15): whoever wrote the marks already is not given a second pair, and a voice quoted within
 * stands in single ones. Nothing said stays nothing.
 */
export function quoteWords(words: string): string {
  const said = words.trim()
  if (said === '' || isQuoted.test(said)) return said
  return `“${said.replaceAll('“', '‘').replaceAll('”', '’')}”`
}

const isQuoted = /^(?:“[^”]*”|「[^」]*」|『[^』]*』|"[^"]*")[。，！？…、；.,!?;]*$/u
