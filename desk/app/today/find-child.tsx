import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { person } from '../../../core/families/person.ts'
import { compareNames } from '../../kit/format.ts'
import { Icon } from '../../kit/icon.tsx'
import { text } from '../../kit/text.ts'
import { useRecords } from '../../sync/records.ts'
import styles from './today-page.module.css'

const mostShown = 8

/** Any child in two touches, offline: the names never leave the device and never stand in an address. */
export function FindChild() {
  const [wanted, setWanted] = useState('')
  const children = useRecords(person, { role: 'child' })
  if (children.length === 0) return null
  const plain = wanted.trim().toLowerCase()
  const found =
    plain === ''
      ? []
      : children
          .filter(({ name }) => name.toLowerCase().includes(plain))
          .sort((left, right) => compareNames(left.name, right.name))
          .slice(0, mostShown)
  return (
    <search>
      <TextInput
        type="search"
        label={text('access:today.findChild')}
        placeholder={text('access:today.findChildHint')}
        leftSection={<Icon name="search" size={18} />}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      <ul className={styles.items}>
        {found.map((child) => (
          <li key={child.id}>
            <Link to={`/families/${child.familyId}`} className={styles.item}>
              {child.name}
            </Link>
          </li>
        ))}
      </ul>
      {plain !== '' && found.length === 0 && <output>{text('access:today.noChild')}</output>}
    </search>
  )
}
