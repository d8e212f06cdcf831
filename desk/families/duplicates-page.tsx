import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { Link } from 'react-router'
import {
  childrenOf,
  findDuplicates,
  type RegisteredChild,
} from '../../core/families/find-duplicates.ts'
import { EmptyState, formatDay, Page, text } from '../kit/index.ts'
import styles from './families.module.css'
import { useRegister } from './use-register.ts'

/** Children who may stand in the register twice, with the reason; nothing is merged here. */
export function DuplicatesPage() {
  const files = useRegister()
  const found = useMemo(
    () =>
      findDuplicates(
        childrenOf(files.flatMap(({ people }) => people)),
        files.map(({ family }) => family),
      ),
    [files],
  )
  const places = new Map(files.map(({ family }) => [family.id, `${family.code} ${family.village}`]))
  return (
    <Page
      title={text('families:duplicates.title')}
      back={{ to: '/families', label: text('families:list.title') }}
    >
      <Text>{text('families:duplicates.explain')}</Text>
      {found.length === 0 && <EmptyState title={text('families:duplicates.none')} />}
      <ul className={styles.cards}>
        {found.map(({ left, right, reason }) => (
          <li key={`${left.id}${right.id}${reason}`} className={styles.inner}>
            <Text size="sm" c="gray.7">
              {text(`families:duplicates.reason.${reason}`)}
            </Text>
            <ChildLine child={left} place={places.get(left.familyId) ?? ''} />
            <ChildLine child={right} place={places.get(right.familyId) ?? ''} />
          </li>
        ))}
      </ul>
    </Page>
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
