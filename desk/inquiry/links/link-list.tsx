import { ConfirmButton, DataTable, DoingNote, formatTime, text, useDoing } from '../../kit/index.ts'
import { callServer } from '../../sync/index.ts'
import { nothingShape } from '../../sync/server-shapes.ts'
import type { KnownLink } from '../../sync/family-link-shapes.ts'

/** What was sent, opened, answered; a link in the wrong hands is taken back at once. */
export function LinkList({
  familyId,
  links,
  onChanged,
}: {
  readonly familyId: string
  readonly links: readonly KnownLink[]
  readonly onChanged: () => void
}) {
  const doing = useDoing()
  if (links.length === 0) return null
  const revoke = async (linkId: string) => {
    const gone = await doing.run(() =>
      callServer('/api/family-links/revoke', { familyId, linkId }, nothingShape),
    )
    if (gone !== null) onChanged()
  }
  return (
    <>
      <DataTable
        caption={text('inquiry:link.list')}
        rows={links}
        keyOf={({ id }) => id}
        columns={[
          {
            name: 'made',
            label: text('inquiry:link.made'),
            show: ({ madeAt }) => formatTime(madeAt),
          },
          {
            name: 'opened',
            label: text('inquiry:link.opened'),
            show: ({ openedAt }) => formatTime(openedAt),
          },
          {
            name: 'answered',
            label: text('inquiry:link.answered'),
            show: ({ answeredAt }) => formatTime(answeredAt),
          },
          {
            name: 'state',
            label: text('inquiry:line.state'),
            show: (link) =>
              link.revokedAt !== null ? (
                text('inquiry:link.revoked')
              ) : (
                <ConfirmButton
                  size="compact-md"
                  question={text('inquiry:link.revokeQuestion')}
                  confirmLabel={text('inquiry:link.revoke')}
                  onConfirm={() => void revoke(link.id)}
                >
                  {text('inquiry:link.revoke')}
                </ConfirmButton>
              ),
          },
        ]}
      />
      <DoingNote doing={doing} />
    </>
  )
}
