import { z } from 'zod'
import { pictureShape } from '../kit/pictures.ts'
import { consentPurposes, type Consent, type ConsentPurpose } from './consent.ts'

const inBoth = <Shape extends z.ZodType>(shape: Shape) =>
  z.strictObject({ 'zh-CN': shape, en: shape })
const words = inBoth(z.string().min(1))
const sentences = inBoth(z.array(z.string().min(1)).min(1))

/** The notice that is read to guardians, purpose by purpose, in both languages; a new wording has a new version. */
export const consentNoticeShape = z
  .strictObject({
    version: z.string().min(1),
    /** Every version so far, the oldest first. */
    versions: z.array(z.string().min(1)).min(1),
    /** What is said before and after the points when they are read out on the telephone. */
    call: z.strictObject({ opening: sentences, closing: sentences }),
    /** What the child is told beside the points: what is kept, who reads it, when we must tell somebody (P24). */
    child: z.strictObject({ opening: sentences, closing: sentences }),
    /** What whoever looks after the child day by day is told, and takes note of. */
    caregiver: sentences,
    purposes: z.array(
      z.strictObject({
        purpose: z.enum(consentPurposes),
        /** The version in which what is asked last changed: who agreed to an older one is asked again. */
        changedIn: z.string().min(1),
        title: words,
        paragraphs: sentences,
        /** One sentence to a child of eight. */
        forChild: words,
        picture: pictureShape,
        /** Promises made here, by their numbers in docs/rules/promises.md. */
        promises: z.array(z.string().regex(/^PRO-\d+$/)).default([]),
      }),
    ),
  })
  .refine(
    ({ version, versions, purposes }) =>
      versions.at(-1) === version &&
      purposes.every(({ changedIn }) => versions.includes(changedIn)),
    {
      message: 'The last of the versions is the present one, and every change lies in one of them',
    },
  )
export type ConsentNotice = z.infer<typeof consentNoticeShape>

type Versions = Pick<ConsentNotice, 'versions'> & {
  readonly purposes: readonly { readonly purpose: ConsentPurpose; readonly changedIn: string }[]
}

/**
 * FAM-44: whether what this person agreed to has changed since: then they are asked again. A wording that only became clearer asks
 * nobody. A version that nobody knows counts as older than all.
 */
export function mustAskAgain(
  { textVersion, purpose, decision, withdrawnOn }: Consent,
  { versions, purposes }: Versions,
): boolean {
  const its = purposes.find((one) => one.purpose === purpose)
  if (its === undefined || decision !== 'given' || withdrawnOn !== null) return false
  return versions.indexOf(textVersion) < versions.indexOf(its.changedIn)
}
