import { Button, Text } from '@mantine/core'
import { useMemo } from 'react'
import { Link } from 'react-router'
import {
  childrenOf,
  type Duplicate,
  findDuplicates,
  type RegisteredChild,
} from '../../core/families/find-duplicates.ts'
import { person } from '../../core/families/person.ts'
import { announce, DoingNote, EmptyState, formatDay, Page, text, useDoing } from '../kit/index.ts'
import { useAct, useMay } from '../sync/index.ts'
import styles from './families.module.css'
import { useRegister } from './use-register.ts'

/** Children who may stand in the register twice, with the reason; people look and decide, nothing is merged here. */
export function DuplicatesPage() {
  const files = useRegister()
  const children = useMemo(() => childrenOf(files.flatMap(({ people }) => people)), [files])
  const found = useMemo(
    () =>
      findDuplicates(
        children,
        files.map(({ family }) => family),
      ),
    [children, files],
  )
  const places = new Map(files.map(({ family }) => [family.id, `${family.code} ${family.village}`]))
  const placeOf = (child: RegisteredChild) => places.get(child.familyId) ?? ''
  return (
    <Page
      title={text('families:duplicates.title')}
      back={{ to: '/families', label: text('families:list.title') }}
    >
      <Text>{text('families:duplicates.explain')}</Text>
      {found.length === 0 && <EmptyState title={text('families:duplicates.none')} />}
      <ul className={styles.cards}>
        {found.map((one) => (
          <Doubt key={`${one.left.id}${one.right.id}${one.reason}`} doubt={one} placeOf={placeOf} />
        ))}
      </ul>
      <ToldApart everybody={children} placeOf={placeOf} />
    </Page>
  )
}

type PlaceOf = (child: RegisteredChild) => string

function Doubt({ doubt, placeOf }: { readonly doubt: Duplicate; readonly placeOf: PlaceOf }) {
  const { left, right, reason } = doubt
  return (
    <li className={styles.inner}>
      <Text size="sm" c="gray.7">
        {text(`families:duplicates.reason.${reason}`)}
      </Text>
      <ChildLine child={left} place={placeOf(left)} />
      <ChildLine child={right} place={placeOf(right)} />
      <Judge left={left} right={right} apart />
    </li>
  )
}

/** FAM-31: kept on the later of the two records, with who said so and when; taking it back asks again. */
function Judge({
  left,
  right,
  apart,
}: {
  readonly left: RegisteredChild
  readonly right: RegisteredChild
  readonly apart: boolean
}) {
  const act = useAct()
  const doing = useDoing()
  const mayLeft = useMay('person', 'edit', `family:${left.familyId}`, left.id)
  const mayRight = useMay('person', 'edit', `family:${right.familyId}`, right.id)
  const marked = mayRight && (apart || right.notSameAs.includes(left.id)) ? right : left
  const other = marked === right ? left : right
  if (marked === left && !mayLeft) return null
  const judge = async () => {
    const rest = marked.notSameAs.filter((id) => id !== other.id)
    const notSameAs = apart ? [...rest, other.id] : rest
    const draft = { kind: person, recordId: marked.id, verb: 'edit', input: {} }
    const made = await doing.run(() => act({ ...draft, fields: { notSameAs } }))
    if (made !== null && apart) announce({ words: text('families:duplicates.told') })
  }
  return (
    <div>
      <Button
        mt="xs"
        variant="default"
        size="compact-md"
        loading={doing.busy}
        onClick={() => void judge()}
      >
        {text(apart ? 'families:duplicates.tellApart' : 'families:duplicates.again')}
      </Button>
      <DoingNote doing={doing} />
    </div>
  )
}

function ToldApart({
  everybody,
  placeOf,
}: {
  readonly everybody: readonly RegisteredChild[]
  readonly placeOf: PlaceOf
}) {
  const byId = new Map(everybody.map((child) => [child.id, child]))
  const apart = everybody.flatMap((right) =>
    right.notSameAs.flatMap((id) => {
      const left = byId.get(id)
      return left === undefined ? [] : [{ left, right }]
    }),
  )
  if (apart.length === 0) return null
  return (
    <details>
      <summary>{text('families:duplicates.apart', { count: apart.length })}</summary>
      <ul className={styles.cards}>
        {apart.map(({ left, right }) => (
          <li key={`${left.id}${right.id}`} className={styles.inner}>
            <ChildLine child={left} place={placeOf(left)} />
            <ChildLine child={right} place={placeOf(right)} />
            <Judge left={left} right={right} apart={false} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function ChildLine({ child, place }: { readonly child: RegisteredChild; readonly place: string }) {
  return (
    <div>
      <Link to={`/families/${child.familyId}`}>{child.name}</Link> {formatDay(child.bornOn)} ·{' '}
      {place}
    </div>
  )
}
