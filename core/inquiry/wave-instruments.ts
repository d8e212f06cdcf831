import type { Instrument } from './instrument.ts'
import type { Wave } from './wave.ts'

type Published = Pick<Instrument, 'code' | 'version'> & { readonly id: string }

/**
 * What a group's wave asks: of each code the newest published version. A later wave asks what the first one asked, in the
 * versions of then: only answers to the same version are compared; codes that the first wave did not ask come in new.
 */
export function chooseWaveInstruments(
  published: readonly Published[],
  codes: readonly string[],
  first: Pick<Wave, 'instrumentIds'> | null,
): string[] {
  const again = published.filter(({ id }) => first?.instrumentIds.includes(id) === true)
  const fresh = codes
    .filter((code) => !again.some((one) => one.code === code))
    .flatMap((code) => newestOf(published, code) ?? [])
  return [...again, ...fresh].map(({ id }) => id)
}

function newestOf(published: readonly Published[], code: string): Published | undefined {
  return published
    .filter((one) => one.code === code)
    .sort((left, right) => left.version.localeCompare(right.version, 'en', { numeric: true }))
    .at(-1)
}
