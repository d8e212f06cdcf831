import type { DrawnPerson, Genogram } from '../../../core/assessment/drawing/genogram/genogram.ts'
import { sexes } from '../../../core/families/person-shape.ts'
import { text } from '../../kit/index.ts'

export type { Person } from '../../../core/families/person.ts'

export function sexesOf() {
  return sexes.map((value) => ({ value, label: text(`families:sex.${value}`) }))
}

/** What the symbol shows, in words. */
export function describeDrawn(person: DrawnPerson): string {
  if (person.unborn) return text('assessment:drawing.unborn')
  const { away } = person
  return join(
    [
      person.name,
      text(`families:sex.${person.sex}`),
      person.age === null ? '' : text('assessment:drawing.age', { age: person.age }),
      person.index ? text('assessment:drawing.index') : '',
      person.dead ? text('assessment:drawing.dead', { year: person.diedIn ?? '?' }) : '',
      away === null
        ? ''
        : [
            [away.province, away.city].filter((part) => part !== '').join(' ') ||
              text('assessment:drawing.away'),
            away.since === null
              ? ''
              : text('assessment:drawing.awaySince', { year: away.since.slice(0, 4) }),
            text(`families:rhythm.${away.returnRhythm}`),
          ]
            .filter((part) => part !== '')
            .join(' · '),
      person.inHousehold ? text('assessment:drawing.inHousehold') : '',
      person.caresFor ? text('assessment:drawing.caresFor') : '',
      person.holdsPhone ? text('assessment:drawing.holdsPhone') : '',
    ].filter((part) => part !== ''),
  )
}

/** The lines of the drawing that begin or end at one person. */
export function describeBonds(person: DrawnPerson, genogram: Genogram): readonly string[] {
  const named = (id: string) => {
    const one = genogram.people.find((other) => other.id === id)
    return one === undefined || one.unborn ? text('assessment:drawing.unborn') : one.name
  }
  const line = (label: string, ids: readonly string[]) =>
    [label, join(ids.map(named))].join(text('families:labelSeparator'))
  const own = genogram.unions.filter(({ partners }) => partners.includes(person.id))
  const couples = own.flatMap(({ partners, state, children }) => {
    const others = partners.filter((id) => id !== person.id)
    return [
      ...(others.length === 0
        ? []
        : [line(text(`assessment:drawing.couple.${state ?? 'unsaid'}`), others)]),
      ...(children.length === 0
        ? []
        : [
            line(
              text('assessment:drawing.words.children'),
              children.map(({ id }) => id),
            ),
          ]),
    ]
  })
  const parents = genogram.unions.flatMap(({ partners, children }) =>
    children
      .filter(({ id }) => id === person.id)
      .map(({ nature }) => line(text(`assessment:drawing.words.${nature}`), partners)),
  )
  const qualities = genogram.qualities
    .filter(({ oneId, otherId }) => oneId === person.id || otherId === person.id)
    .map(({ oneId, otherId, quality }) =>
      line(text(`assessment:drawing.quality.${quality}`), [oneId === person.id ? otherId : oneId]),
    )
  return [...parents, ...couples, ...qualities]
}

function join(parts: readonly string[]): string {
  return parts.join(text('families:nameSeparator'))
}
