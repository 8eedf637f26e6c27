// A screen for machines without one.
import { spawn } from 'node:child_process'
import { Failure } from './steps.mjs'

/** Whether windows would be visible to a person. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])
}

/** Starts a virtual X server on a free number; `close` ends it. */
export function startVirtualDisplay() {
  return new Promise((resolve, reject) => {
    const server = spawn(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '2048x1280x24', '-nolisten', 'tcp', '-noreset'],
      { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
    )
    let complaint = ''
    let number = ''
    server.stderr.on('data', (chunk) => {
      complaint += chunk
    })
    server.on('error', reject)
    server.on('exit', (code) => reject(new Failure(`Xvfb ended with code ${code}: ${complaint.slice(-500)}`)))
    server.stdio[3].on('data', (chunk) => {
      number += chunk
      if (!number.endsWith('\n')) return
      resolve({ display: `:${number.trim()}`, close: () => server.kill() })
    })
  })
}

/** Runs work with an environment that has a display: the present one, or a virtual one for its duration. */
export async function withDisplay(work) {
  if (hasDisplay()) return work(process.env)
  const virtual = await startVirtualDisplay()
  try {
    return await work({ ...process.env, DISPLAY: virtual.display })
  } finally {
    virtual.close()
  }
}
