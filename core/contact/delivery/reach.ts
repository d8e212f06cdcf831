// A number or an address as somebody wrote it down, and as a gateway takes it.

/** One telephone number, or null: where two stand in the field nobody but a person can say which is meant. */
export function readNumber(written: string): string | null {
  const plain = written.normalize('NFKC').replaceAll(/[\s()\-‐-―.]/g, '')
  return /^\+?\d{5,15}$/.test(plain) ? plain : null
}

/** One e-mail address, or null. */
export function readMailAddress(written: string): string | null {
  const plain = written.normalize('NFKC').trim()
  const isOne =
    /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@([a-z0-9](-?[a-z0-9]){0,62}\.)+[a-z][a-z0-9-]*[a-z0-9]$/i
  return plain.length <= 254 && isOne.test(plain) ? plain : null
}

/** Its last signs: what a log may keep. Of a short one fewer, so that never more than half is shown. */
export function maskReach(reach: string): string {
  const at = reach.lastIndexOf('@')
  if (at < 0) return `…${tailOf(reach, 4)}`
  return `…${tailOf(reach.slice(0, at), 3)}@…`
}

function tailOf(text: string, most: number): string {
  const signs = Math.min(most, Math.floor(text.length / 2))
  return signs === 0 ? '' : text.slice(-signs)
}
