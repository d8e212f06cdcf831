// Recordings of talks: kept and opened only while recording is agreed to, and while an interview holds them (INQ-31).
import { consent } from '../../core/families/consent.ts'
import { consentState, refuseWithoutConsent } from '../../core/families/consent-state.ts'
import { interview } from '../../core/inquiry/interview/interview.ts'
import { refusal, type Refusal } from '../../core/kit/outcome.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'

/** No recording comes into a family's file in which nobody has agreed to one. */
export async function refuseRecording(
  house: House,
  agencyId: string,
  owner: string,
): Promise<Refusal | null> {
  const familyId = owner.replace(/^family:/, '')
  return lookAt(house, agencyId, async (look) => {
    const consents = await look.many(consent, { familyId })
    const children = new Set(consents.map(({ subjectId }) => subjectId))
    const isAgreed = [...children].some(
      (childId) => consentState(consents, childId, 'recording', house.today()).state === 'given',
    )
    return isAgreed ? null : refusal('ConsentNotAsked', { purpose: 'recording' })
  })
}

/** A recording that no interview holds, or whose consent was taken back, is opened by nobody. */
export async function isHeardStill(
  house: House,
  agencyId: string,
  owner: string,
  fileId: string,
): Promise<boolean> {
  const familyId = owner.replace(/^family:/, '')
  return lookAt(house, agencyId, async (look) => {
    const holding = (await look.many(interview, { familyId })).find(
      ({ audioFileId }) => audioFileId === fileId,
    )
    if (holding === undefined || holding.childId === null) return false
    const consents = await look.many(consent, { familyId })
    return refuseWithoutConsent(consents, holding.childId, 'recording', house.today()) === null
  })
}
