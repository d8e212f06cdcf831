import { Text } from '@mantine/core'
import { Suspense } from 'react'
import { Link, NavLink, Outlet, ScrollRestoration } from 'react-router'
import { Icon, type IconName } from '../kit/icon.tsx'
import { Logo } from '../kit/logo.tsx'
import { Loading } from '../kit/notes.tsx'
import { Notices } from '../kit/notices.tsx'
import { text } from '../kit/text.ts'
import type { TextKey } from '../kit/text-key.ts'
import { SafetyButton } from '../safety/safety-button.tsx'
import { useAgency } from '../sync/use-state-of-desk.ts'
import styles from './layout.module.css'
import type { Room } from './rooms.tsx'
import { SyncLine } from './sync-line.tsx'
import { UpdatePrompt } from './update-prompt.tsx'
import { useMyRooms } from './use-my-rooms.ts'

interface Place {
  readonly to: string
  readonly icon: IconName
  readonly label: TextKey
  readonly short: TextKey
  /** On a phone it is reached through "more". */
  readonly wideOnly: boolean
}

const roomLabels = {
  families: { label: 'access:nav.families', short: 'access:nav.families' },
  inquiry: { label: 'access:nav.inquiry', short: 'access:nav.inquiryShort' },
  contact: { label: 'access:nav.contact', short: 'access:nav.contact' },
  groupwork: { label: 'access:nav.groupwork', short: 'access:nav.groupwork' },
  casework: { label: 'access:nav.casework', short: 'access:nav.casework' },
  safety: { label: 'access:nav.safety', short: 'access:nav.safety' },
  evaluation: { label: 'access:nav.evaluation', short: 'access:nav.evaluation' },
  paperwork: { label: 'access:nav.paperwork', short: 'access:nav.paperwork' },
} as const

/** Five places fit a thumb's bar; the others stand under "more" on a phone. */
const behindMore = ['contact', 'casework', 'safety', 'evaluation', 'paperwork']

function listPlaces(rooms: readonly Room[]): readonly Place[] {
  return [
    {
      to: '/today',
      icon: 'today',
      label: 'access:nav.today',
      short: 'access:nav.today',
      wideOnly: false,
    },
    // Assessment is entered from a family's file.
    ...rooms.flatMap(({ name }) =>
      name === 'assessment'
        ? []
        : [
            {
              to: `/${name}`,
              icon: name,
              ...roomLabels[name],
              wideOnly: behindMore.includes(name),
            },
          ],
    ),
    {
      to: '/more',
      icon: 'more',
      label: 'access:nav.more',
      short: 'access:nav.more',
      wideOnly: false,
    },
  ]
}

export function Layout() {
  const agency = useAgency()
  const places = listPlaces(useMyRooms())
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip}>
        {text('access:nav.skip')}
      </a>
      <header className={styles.head}>
        <Link to="/today" className={styles.brand}>
          <Logo size={30} />
          <Text component="span" fw={600} className={styles.agency}>
            {agency.name}
          </Text>
        </Link>
        <SafetyButton />
        <SyncLine />
      </header>
      {agency.sample && <aside className={styles.sample}>{text('access:sampleBanner')}</aside>}
      <UpdatePrompt />
      <nav className={styles.bar} aria-label={text('access:nav.label')}>
        {places.map((place) => (
          <NavLink
            key={place.to}
            to={place.to}
            className={({ isActive }) =>
              [
                styles.place,
                isActive ? styles.here : '',
                place.wideOnly ? styles.wideOnly : '',
              ].join(' ')
            }
          >
            <Icon name={place.icon} size={24} />
            <span className={styles.long}>{text(place.label)}</span>
            <span className={styles.short} aria-hidden="true">
              {text(place.short)}
            </span>
          </NavLink>
        ))}
      </nav>
      <main id="content" className={styles.content} tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <Notices />
      <ScrollRestoration />
    </div>
  )
}
