import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serve, type ServerType } from '@hono/node-server'
import { sealAuditForever } from '../access/seal-audit.ts'
import { createApp } from './create-app.ts'
import { describeTrouble } from './describe-trouble.ts'
import { finishKeysForever } from './finish-keys.ts'
import { refreshShelves } from './load-content.ts'
import { openHouse } from './open-house.ts'
import { sweepLinksForever } from './sweep-links.ts'
import { sweepRecordingsForever } from './sweep-recordings.ts'
import { sweepUploadsForever } from './sweep-uploads.ts'
import { UsageTrouble, type Settings } from './settings.ts'

export interface RunningKiteline {
  readonly address: string
  readonly setupCode: string
  readonly close: () => Promise<void>
}

/** Starts everything and answers when requests are served. */
export async function startKiteline(
  settings: Settings,
  log: (line: string) => void,
): Promise<RunningKiteline> {
  const open = await openHouse({ ...settings, log })
  const deskFolder = join(settings.project, 'dist', 'desk')
  if (!existsSync(deskFolder))
    log('the desk is not built yet (npm run build); only the interface answers')
  const { app } = createApp(open.house, {
    desk: deskFolder,
    family: join(settings.project, 'dist', 'family'),
    tone: join(settings.project, 'dist', 'tone'),
  })
  const { server, port } = await listen(app.fetch, settings).catch(async (trouble: unknown) => {
    await open.close()
    throw isTaken(trouble)
      ? new UsageTrouble(
          `端口 ${settings.port} 已被占用：Kiteline 可能已经在运行，或用 --port 换一个。\nPort ${settings.port} is in use: Kiteline may already be running, or choose another with --port.`,
        )
      : trouble
  })
  const refreshed = refreshShelves(open.house).catch((trouble: unknown) => {
    log(`content not brought up to date: ${describeTrouble(trouble)}`)
  })
  const stopSealing = sealAuditForever(open.house)
  const sweepers = [
    sweepLinksForever,
    sweepRecordingsForever,
    sweepUploadsForever,
    finishKeysForever,
  ].map((sweep) => sweep(open.house))
  const host = settings.host === '127.0.0.1' ? 'localhost' : settings.host
  return {
    address: settings.publicOrigin ?? `http://${host}:${port}`,
    setupCode: open.setupCode,
    close: async () => {
      stopSealing()
      for (const stop of sweepers) stop()
      await new Promise((resolve) => server.close(resolve))
      await refreshed
      await open.close()
    },
  }
}

function isTaken(trouble: unknown): boolean {
  return trouble instanceof Error && 'code' in trouble && trouble.code === 'EADDRINUSE'
}

function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
  settings: Settings,
): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port: settings.port, hostname: settings.host }, (info) =>
      resolve({ server, port: info.port }),
    )
    server.on('error', reject)
  })
}
