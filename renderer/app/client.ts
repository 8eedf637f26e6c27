import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import type { contract } from '../../shared/contract.ts'
import type { shellContract } from '../../shared/shell/shell.contract.ts'
import { dataConnection, shellConnection } from './connection.ts'

/** The data service: one typed function per procedure of the contract. */
export const data: ContractRouterClient<typeof contract> = createORPCClient(dataConnection)

/** The shell (Electron's main process): dialogs, preferences, print, events of menu and window. */
export const shell: ContractRouterClient<typeof shellContract> = createORPCClient(shellConnection)

/** Query options and keys for every procedure of the data service: `useQuery(orpc.partners.get.queryOptions({ input }))`. */
export const orpc: RouterUtils<ContractRouterClient<typeof contract>> = createTanstackQueryUtils(data)
