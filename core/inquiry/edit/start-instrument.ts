import { instrument, type Instrument } from '../instrument.ts'

/** An empty questionnaire of the agency's own; its code and title are still to be written. */
export function startInstrument(): Instrument {
  return {
    ...instrument.read({
      code: 'new',
      version: '1',
      title: { 'zh-CN': '', en: '' },
      respondent: 'any',
      target: 'self',
      licence: { status: 'ours' },
      provenance: {},
      validation: { status: 'notValidated' },
    }),
    code: '',
  }
}

/** The version after this one: 1 → 2, 1.2 → 1.3, "draft" → "draft-2". */
export function nextVersion(version: string, taken: readonly string[]): string {
  for (let step = 1; step < 100; step += 1) {
    const next = /\d+$/.test(version)
      ? version.replace(/\d+$/, (number) => String(Number(number) + step))
      : `${version}-${step + 1}`
    if (!taken.includes(next)) return next
  }
  return version
}
