import {
  byId,
  type PartLine,
  type PartSource,
  sayDayIn,
  staysOf,
  type TransferRecords,
} from './part-source.ts'
import type { Transfer } from './transfer-shape.ts'

/** Who they are, and how to reach them. */
export function writeBasics({ subjects, wording }: PartSource): readonly PartLine[] {
  const { translate } = wording
  return subjects.flatMap(({ name, role, sex, bornOn, phone, school, grade }) => [
    { label: translate('families:fields.name'), words: name },
    { label: translate('families:fields.role'), words: translate(`families:role.${role}`) },
    {
      label: translate('families:fields.sex'),
      words: sex === 'unknown' ? '' : translate(`families:sex.${sex}`),
    },
    {
      label: translate('families:fields.bornOn'),
      words: bornOn === null ? '' : sayDayIn(wording, bornOn),
    },
    { label: translate('families:fields.phone'), words: phone },
    { label: translate('families:fields.school'), words: [school, grade].join(' ').trim() },
  ])
}

/** Those paired with, guarding or looking after whom it is about. */
export function adultsNear(
  { subjectIds }: Pick<Transfer, 'subjectIds'>,
  { pairs, guardianships }: Pick<TransferRecords, 'pairs' | 'guardianships'>,
): readonly string[] {
  const bonds = [...pairs, ...guardianships.filter(({ until }) => until === null)]
  const near = bonds.flatMap(({ childId, adultId }) =>
    subjectIds.includes(childId) ? [adultId] : subjectIds.includes(adultId) ? [childId] : [],
  )
  return [...new Set(near)].filter((id) => !subjectIds.includes(id)).toSorted()
}

/** Who stands around them, where those are, who is guardian and who looks after whom. */
export function writeFamily(source: PartSource): readonly PartLine[] {
  const { pairs, records, wording, its } = source
  const { translate } = wording
  return adultsNear(its, records).flatMap((id): PartLine[] => {
    const one = records.people.find((person) => person.id === id)
    if (one === undefined || one.role === 'child') return []
    const own = pairs.filter(({ adultId }) => adultId === id)
    const bonds = records.guardianships.filter(
      ({ adultId, childId, until }) =>
        adultId === id && until === null && its.subjectIds.includes(childId),
    )
    const words = [
      one.name,
      one.alive ? whereIs(source, id, one.livesHere) : translate('families:where.dead'),
      ...new Set(bonds.map(({ kind }) => translate(`transfer:bond.${kind}`))),
      one.phone,
    ]
    const relation = own[0]?.relation
    return [
      {
        label: translate(
          relation === undefined ? `families:role.${one.role}` : `families:relation.${relation}`,
        ),
        words: words.filter((part) => part !== '').join(' · '),
      },
    ]
  })
}

function whereIs(source: PartSource, id: string, livesHere: boolean | null): string {
  const { translate } = source.wording
  const [stay] = staysOf(source, id)
  if (stay !== undefined) {
    const place = [stay.province, stay.city].filter((part) => part !== '').join(' ')
    return place === ''
      ? translate('families:where.away')
      : translate('families:where.awayAt', { place })
  }
  if (livesHere === null) return ''
  return translate(`families:where.${livesHere ? 'here' : 'elsewhere'}`)
}

/**
 * TRF-9: the same people for another Kiteline to take in, with what is read of them in the chosen parts and nothing more: of those
 * whom it is about everything, of those around them name, bond and telephone number.
 */
export function listContacts(
  { parts, subjectIds }: Pick<Transfer, 'parts' | 'subjectIds'>,
  records: Pick<TransferRecords, 'people' | 'pairs' | 'guardianships'>,
) {
  const isSubject = (id: string) => parts.includes('basics') && subjectIds.includes(id)
  const near = parts.includes('family') ? adultsNear({ subjectIds }, records) : []
  const listed = byId(records.people).filter(
    ({ id, role }) => isSubject(id) || (near.includes(id) && role !== 'child'),
  )
  const keys = new Map(listed.map(({ id }, place) => [id, `p${place + 1}`]))
  return {
    people: listed.map(({ id, name, role, sex, bornOn, phone }) => ({
      ...{ key: keys.get(id) ?? '', name, role, phone },
      ...(isSubject(id) ? { sex, bornOn } : { sex: 'unknown' as const, bornOn: null }),
    })),
    pairs: byId(records.pairs).flatMap(({ childId, adultId, relation }) => {
      const [child, adult] = [keys.get(childId), keys.get(adultId)]
      return child === undefined || adult === undefined ? [] : [{ child, adult, relation }]
    }),
  }
}
