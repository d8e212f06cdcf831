// A device that was ended elsewhere, or whose account is suspended: it locks, and what can be fetched again goes. What was
// never sent stays, sealed, until its owner signs in here again (S18, S24).
import { connectStore, storeName, type Vault } from './database.ts'
import { callServer, ServerTrouble } from './server.ts'
import { shutDevicesShape } from './server-shapes.ts'
import { listVaults, noteSignedOut } from './vaults.ts'

/** Asks about every store of this browser and shuts those that are to be; answers whose. Without a network nothing changes. */
export async function shutEndedVaults(): Promise<readonly Vault[]> {
  const vaults = await listVaults()
  const deviceIds = [...new Set(vaults.map(({ deviceId }) => deviceId))]
  if (deviceIds.length === 0) return []
  const shut = await askShut(deviceIds)
  const ended = vaults.filter(({ deviceId }) => shut.includes(deviceId))
  for (const vault of ended) await shutVault(vault)
  return ended.filter(({ retired }) => !retired)
}

export async function isEnded(deviceId: string): Promise<boolean> {
  return (await askShut([deviceId])).includes(deviceId)
}

async function askShut(deviceIds: readonly string[]): Promise<readonly string[]> {
  try {
    const answer = await callServer('/api/devices/shut', { deviceIds }, shutDevicesShape, {
      timeoutSeconds: 3,
    })
    return answer.ok ? answer.value.shut : []
  } catch (trouble) {
    if (trouble instanceof ServerTrouble) return []
    throw trouble
  }
}

/** Needs no key: sealed rows are taken away as they are. The PIN alone opens it no more. */
export async function shutVault(vault: Vault): Promise<void> {
  await noteSignedOut(vault, true)
  const connection = connectStore(storeName(vault))
  try {
    await connection.use(async (database) => {
      const writing = database.transaction(['entries', 'sent', 'meta'], 'readwrite', {
        durability: 'strict',
      })
      await writing.objectStore('entries').clear()
      await writing.objectStore('sent').clear()
      // Where the feed stood: after signing in again everything is fetched anew.
      await writing.objectStore('meta').delete('feed')
      await writing.done
    })
  } finally {
    await connection.close()
  }
}
