import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { pairProfile } from '../../../core/assessment/profile/pair-profile.ts'
import { servicePlan } from '../../../core/assessment/plan/service-plan.ts'
import { migration } from '../../../core/families/migration.ts'
import { orderPairs } from '../../../core/families/order-pairs.ts'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { homeVisit } from '../../../core/inquiry/observation/home-visit.ts'
import { formatDay, Section, text } from '../../kit/index.ts'
import { useRecords, useToday } from '../../sync/index.ts'
import { FamilyPaperList, type FamilyPaperOn } from './family-paper-list.tsx'

interface SubjectsProps {
  readonly on: Omit<FamilyPaperOn, 'subjectId'>
  /** What the page was opened for. */
  readonly asked: string | null
}

/** Of one child and one adult: the first pair is chosen until another is. */
export function PairPapers({ on, asked, no }: SubjectsProps & { readonly no: string | null }) {
  const nameOf = useNames(on.familyId)
  const pairs = useOrderedPairs(on.familyId)
  const [chosen, setChosen] = useState(asked)
  const own = pairs.find(({ id }) => id === chosen) ?? pairs[0]
  const [chosenNo, setChosenNo] = useState(no)
  const profiles = useRecords(pairProfile, { pairId: own?.id ?? '' }).toSorted(
    (left, right) => right.no - left.no,
  )
  const profile = profiles.find((one) => String(one.no) === chosenNo) ?? profiles[0]
  return (
    <Section title={text('paperwork:family.ofPair')}>
      {own === undefined ? (
        <p>{text('paperwork:family.noPair')}</p>
      ) : (
        <>
          <NativeSelect
            label={text('paperwork:family.whichPair')}
            value={own.id}
            data={pairs.map(({ id, childId, adultId }) => ({
              value: id,
              label: text('assessment:profile.of', {
                child: nameOf(childId),
                adult: nameOf(adultId),
              }),
            }))}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
          {profiles.length > 1 && (
            <NativeSelect
              label={text('assessment:profile.version')}
              value={String(profile?.no ?? '')}
              data={profiles.map((one) => ({
                value: String(one.no),
                label: text(`assessment:profile.versionName.${one.state}`, {
                  no: one.no,
                  day: formatDay(one.settledOn ?? one.begunOn),
                }),
              }))}
              onChange={({ currentTarget }) => setChosenNo(currentTarget.value)}
            />
          )}
          <FamilyPaperList
            about="pair"
            on={{
              ...on,
              subjectId: own.id,
              ...(profile === undefined ? {} : { profileNo: profile.no }),
            }}
          />
        </>
      )}
    </Section>
  )
}

function useOrderedPairs(familyId: string) {
  const today = useToday()
  const people = useRecords(person, { familyId })
  const stays = useRecords(migration, { familyId })
  return orderPairs(useRecords(pair, { familyId }), { people, stays, today })
}

/** The latest version first; a blank form where none is chosen. */
export function PlanPapers({ on, asked }: SubjectsProps) {
  const nameOf = useNames(on.familyId)
  const pairs = useRecords(pair, { familyId: on.familyId })
  const plans = useRecords(servicePlan, { familyId: on.familyId }).toSorted(
    (left, right) => right.begunOn.localeCompare(left.begunOn) || right.version - left.version,
  )
  const whoseOf = ({ pairId, personId }: (typeof plans)[number]): string => {
    const its = pairs.find(({ id }) => id === pairId)
    if (its !== undefined)
      return text('assessment:profile.of', {
        child: nameOf(its.childId),
        adult: nameOf(its.adultId),
      })
    return personId === null ? text('paperwork:family.wholeFamily') : nameOf(personId)
  }
  const options = plans.map((one) => ({
    value: one.id,
    label: `${whoseOf(one)} · ${text('paperwork:family.planNo', {
      version: one.version,
      day: formatDay(one.begunOn),
    })}`,
  }))
  return (
    <Section title={text('paperwork:family.ofPlan')}>
      <OneOf
        label={text('paperwork:family.whichPlan')}
        options={options}
        {...{ asked, on }}
        about="plan"
      />
    </Section>
  )
}

/** The latest visit first; the blank form is to take along. */
export function VisitPapers({ on, asked }: SubjectsProps) {
  const nameOf = useNames(on.familyId)
  const options = useRecords(homeVisit, { familyId: on.familyId })
    .toSorted((left, right) => right.onDay.localeCompare(left.onDay))
    .map(({ id, onDay, childIds }) => ({
      value: id,
      label: [formatDay(onDay), ...childIds.map(nameOf)].join(' · '),
    }))
  return (
    <Section title={text('paperwork:family.ofVisit')}>
      <OneOf
        label={text('paperwork:family.whichVisit')}
        options={options}
        {...{ asked, on }}
        about="visit"
      />
    </Section>
  )
}

interface OneOfProps extends SubjectsProps {
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly about: 'plan' | 'visit'
}

/** One record of several, or the blank form; what the page was opened for, otherwise the latest. */
function OneOf({ label, options, asked, about, on }: OneOfProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const first = options.find(({ value }) => value === asked)?.value ?? options[0]?.value ?? ''
  const value = chosen ?? first
  return (
    <>
      <NativeSelect
        label={label}
        value={value}
        data={[...options, { value: '', label: text('paperwork:family.blank') }]}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      <FamilyPaperList about={about} on={{ ...on, subjectId: value === '' ? null : value }} />
    </>
  )
}

function useNames(familyId: string): (id: string) => string {
  const people = useRecords(person, { familyId })
  return (id) => people.find((one) => one.id === id)?.name ?? ''
}
