import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Programme } from './programme.ts'

/** What Kiteline ships; these are read, planned from and copied, and stay as they are. */
export const shippedProgrammes = [
  'parallel-group-8',
  'parallel-group-communication',
  'parent-child-1-plus-1',
] as const

type Name = Pick<Programme, 'code' | 'version' | 'language'>
type Shelf = readonly (Name & { readonly id: string })[]

/** Why a version on the shelf is not rewritten in place. */
export type WhyKept = 'shipped' | 'used'

/** GRP-41: what we ship and what a group was planned from is copied to be changed; everything else is edited in place. */
export function whyKept(
  own: Name & { readonly id: string },
  groups: readonly { readonly programmeId: string | null }[],
): WhyKept | null {
  if (shippedProgrammes.some((code) => code === own.code)) return 'shipped'
  return groups.some(({ programmeId }) => programmeId === own.id) ? 'used' : null
}

/** GRP-41: code, version and language name one template; a copy needs a name of its own, or it would overwrite. */
export function refuseKnownName(shelf: Shelf, own: Name): Refusal | null {
  return shelf.some((other) => sameName(other, own))
    ? refusal('ProgrammeKnown', { code: own.code, version: own.version })
    : null
}

function sameName(left: Name, right: Name): boolean {
  return (
    left.code === right.code && left.version === right.version && left.language === right.language
  )
}

/** A free name for a copy: our own code gets `-own`, an agency's own code the next version number. */
export function proposeName(shelf: Shelf, own: Name): Pick<Name, 'code' | 'version'> {
  const shipped = shippedProgrammes.some((code) => code === own.code)
  const code = shipped ? `${own.code.slice(0, 36)}-own` : own.code
  const taken = shelf.filter((other) => other.code === code).map(({ version }) => version)
  const next = Array.from({ length: taken.length + 1 }, (_unused, at) => String(at + 1))
  return { code, version: next.find((version) => !taken.includes(version)) ?? '1' }
}

/** The same template in another language, when the shelf has it: what a translator reads beside the own words. */
export function counterpartOf<Record extends Name>(
  shelf: readonly Record[],
  own: Name,
): Record | null {
  return (
    shelf.find(
      (other) =>
        other.code === own.code && other.version === own.version && other.language !== own.language,
    ) ?? null
  )
}
