import { createRouterClient, type RouterClient } from '@orpc/server'
import { createService, type Service } from '../../electron/data/service.ts'
import type { SampleKind } from '../../shared/workspace/workspace.contract.ts'

/** Calls the procedures of the data service as the page does. */
export type Client = RouterClient<Service['router']>

/** Makes a workspace file and fills it, before the window opens it. */
export async function seedWorkspace(
  path: string,
  fill: (client: Client) => Promise<void>,
  sample: SampleKind | null = null,
): Promise<void> {
  const service = createService({ clock: () => new Date(), actor: 'Айгерім' })
  await service.createWorkspace(path, { sample, language: 'kk' })
  await fill(createRouterClient(service.router))
  await service.close()
}

/** Works in a workspace file that a window has open, as a colleague's program would. */
export async function asColleague(path: string, work: (client: Client) => Promise<void>): Promise<void> {
  const service = createService({ clock: () => new Date(), actor: 'Бауыржан' })
  await service.openWorkspace(path)
  await work(createRouterClient(service.router))
  await service.close()
}
