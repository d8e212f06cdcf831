import { Badge, Button, Group, Text } from '@mantine/core'
import { Link } from 'react-router'
import { actionPolicy } from '../../core/access/policy.ts'
import { grantsOf, mayEver } from '../../core/access/standing.ts'
import { ConfirmButton } from '../kit/confirm-button.tsx'
import { Icon, type IconName } from '../kit/icon.tsx'
import { LanguageSwitch } from '../kit/language-switch.tsx'
import { Page } from '../kit/page.tsx'
import { Section } from '../kit/section.tsx'
import { text, textOrNull } from '../kit/text.ts'
import { signOut } from '../sync/desk.ts'
import { lock } from '../sync/open-desk.ts'
import { useDesk } from '../sync/desk-context.ts'
import { useActor } from '../sync/use-act.ts'
import { useAccount, useAgency, useOnline, useSettings } from '../sync/use-state-of-desk.ts'
import styles from './more-page.module.css'
import { useMyRooms } from './use-my-rooms.ts'

/** Whatever has no place of its own in the bar. */
export function MorePage() {
  const desk = useDesk()
  const { staff } = useAccount()
  const { sample } = useAgency()
  const { roles } = useActor()
  const [, change] = useSettings()
  const rooms = useMyRooms()
  const hasRoom = (name: string) => rooms.some((room) => room.name === name)
  return (
    <Page title={text('access:more.title')}>
      <ul className={styles.list}>
        {hasRoom('casework') && (
          <Entry to="/casework" icon="casework" label={text('access:nav.casework')} />
        )}
        {hasRoom('safety') && (
          <Entry
            to="/safety"
            icon="safety"
            label={text('access:nav.safety')}
            hint={text('safety:list.moreHint')}
          />
        )}
        <Entry
          to="/casework/supervision"
          icon="casework"
          label={text('supervision:title')}
          hint={text('supervision:moreHint')}
        />
        {hasRoom('evaluation') && (
          <Entry to="/evaluation" icon="evaluation" label={text('access:nav.evaluation')} />
        )}
        {hasRoom('paperwork') && (
          <Entry to="/paperwork" icon="paperwork" label={text('access:nav.paperwork')} />
        )}
        <Entry
          to="/staff"
          icon="staff"
          label={text('access:more.staff')}
          hint={text(
            mayEver(roles, grantsOf('staff', 'changeRoles'))
              ? 'access:more.staffHint'
              : 'access:more.staffHintPlain',
          )}
        />
        {mayEver(roles, actionPolicy.readInNeed) && (
          <Entry
            to="/urgent-reading"
            icon="lock"
            label={text('rights:urgent.title')}
            hint={text('rights:urgent.moreHint')}
          />
        )}
        {mayEver(roles, actionPolicy.readLog) && (
          <Entry
            to="/reading-log"
            icon="search"
            label={text('access:readingLog.title')}
            hint={text('access:readingLog.moreHint')}
          />
        )}
        <DeliveryEntry />
        {mayEver(roles, actionPolicy.auditMinors) && (
          <Entry
            to="/accountability"
            icon="check"
            label={text('access:more.accountability')}
            hint={text('access:more.accountabilityHint')}
          />
        )}
        <Entry
          to="/report-incident"
          icon="warning"
          label={text('access:more.reportIncident')}
          hint={text('access:more.reportIncidentHint')}
        />
        <Entry
          to="/account"
          icon="lock"
          label={text('access:account.title')}
          hint={text('access:account.hint')}
        />
        <Entry
          to="/device"
          icon="device"
          label={text('access:more.device')}
          hint={text('access:more.deviceHint')}
        />
      </ul>
      <Section title={text('access:more.languageTitle')}>
        <LanguageSwitch keep={(language) => change({ language })} />
      </Section>
      <Section
        title={text('access:more.account')}
        hint={text(sample ? 'access:more.sampleHint' : 'access:more.signOutHint')}
      >
        <Text fw={600}>{staff.name}</Text>
        <Group gap="xs">
          {roles.map((role) => (
            <Badge key={role} variant="outline" color="gray.8" tt="none">
              {textOrNull(`access:roles.${role}`) ?? role}
            </Badge>
          ))}
        </Group>
        <Group>
          <Button
            variant="default"
            leftSection={<Icon name="lock" />}
            onClick={() => void lock(desk)}
          >
            {text('access:more.lock')}
          </Button>
          <SignOut />
        </Group>
      </Section>
    </Page>
  )
}

function DeliveryEntry() {
  const { roles } = useActor()
  if (!mayEver(roles, actionPolicy.manageDelivery)) return null
  return (
    <Entry
      to="/delivery"
      icon="contact"
      label={text('delivery:settings.title')}
      hint={text('delivery:settings.moreHint')}
    />
  )
}

/** Asks once, for the way back needs a network; not in the sample village, where the PIN is enough. */
function SignOut() {
  const desk = useDesk()
  const online = useOnline()
  const { sample } = useAgency()
  const leave = () => void signOut(desk)
  return sample ? (
    <Button variant="default" onClick={leave}>
      {text('access:more.signOut')}
    </Button>
  ) : (
    <ConfirmButton
      question={text(online ? 'access:more.signOutQuestion' : 'access:more.signOutOffline')}
      confirmLabel={text('access:more.signOut')}
      onConfirm={leave}
    >
      {text('access:more.signOut')}
    </ConfirmButton>
  )
}

function Entry({
  to,
  icon,
  label,
  hint,
}: {
  readonly to: string
  readonly icon: IconName
  readonly label: string
  readonly hint?: string
}) {
  return (
    <li>
      <Link to={to} className={styles.entry}>
        <Icon name={icon} size={24} />
        <span className={styles.words}>
          <strong>{label}</strong>
          {hint !== undefined && <span>{hint}</span>}
        </span>
        <Icon name="next" />
      </Link>
    </li>
  )
}
