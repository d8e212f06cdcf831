import { consentsAbout, consentState, lastWordOfChild } from '../../families/consent-state.ts'
import {
  type PartLine,
  type PartSource,
  type PartWording,
  sayDayIn,
  type TransferRecords,
} from './part-source.ts'

/**
 * TRF-13: on what it rests, as it stands that day: of everybody whom it is about who agreed, what they are to the child, when and how,
 * and whether the child wants it; or what the law allows. The child's own words stay in the house (TRF-9).
 */
export function writeGround(source: PartSource): readonly PartLine[] {
  const { its, subjects, wording } = source
  if (its.ground === 'consent')
    return subjects.map(({ id, name }) => ({
      label: name,
      words: consentLine(source.records, wording, id),
    }))
  const category = its.overrideCategory
  return category === null
    ? []
    : [
        { label: wording.translate('transfer:ground.override'), words: writeCategory(source) },
        { label: wording.translate('transfer:fields.overrideWords'), words: its.overrideWords },
      ]
}

function writeCategory({ its, wording }: PartSource): string {
  return its.overrideCategory === null
    ? ''
    : wording.translate(`transfer:override.${its.overrideCategory}`)
}

/** Of one child: who agreed, what they are to it, when, how, and whether it wants it; that nobody has agreed yet. */
export function consentLine(
  {
    consents,
    people,
    pairs,
    today,
  }: Pick<TransferRecords, 'consents' | 'people' | 'pairs' | 'today'>,
  wording: PartWording,
  childId: string,
): string {
  const { translate } = wording
  const { state, decision } = consentState(consents, childId, 'transfer', today)
  if (decision === null || state !== 'given') return translate('transfer:consent.none')
  const { givenById, proof } = decision
  const day = sayDayIn(wording, decision.decidedOn)
  // Older records do not say what the giver was to the child that day.
  const relation =
    decision.relation ??
    pairs.find((one) => one.childId === childId && one.adultId === givenById)?.relation ??
    null
  const name = people.find(({ id }) => id === givenById)?.name ?? ''
  const agreed =
    relation === 'self' || givenById === childId
      ? translate('transfer:consent.own', { day })
      : translate('transfer:consent.by', {
          ...{ name, day },
          relation: translate(
            relation === null ? 'transfer:consent.guardian' : `families:relation.${relation}`,
          ),
        })
  const child =
    lastWordOfChild(consentsAbout(consents, childId, 'transfer')) ?? decision.assent.answer
  return [
    agreed,
    translate('transfer:consent.proof', { proof: translate(`families:proof.${proof}`) }),
    ...(givenById === childId ? [] : [translate(`families:assent.was.${child}`)]),
  ].join('\n')
}
