// What a log may say of a trouble: where it happened and of which kind; never its message when that can quote what a person typed.
const ours = /^(Bug: |Sealed with |The key of )/
const system = /^(E[A-Z]+|ERR_[A-Z_]+)$/

function codeOf(trouble: Error): string {
  return 'code' in trouble && typeof trouble.code === 'string' ? trouble.code : ''
}

function placesOf(trouble: Error): string {
  const places = (trouble.stack ?? '').match(/[\w.-]+\.[a-z]+:\d+:\d+/g) ?? []
  return places.slice(0, 3).join(' < ')
}

export function describeTrouble(trouble: unknown): string {
  if (!(trouble instanceof Error)) return 'unknown'
  const code = codeOf(trouble)
  const quotable = ours.test(trouble.message) || system.test(code)
  const parts = [trouble.name, code, quotable ? trouble.message : '', placesOf(trouble)]
  return parts.filter((part) => part !== '').join(' ')
}
