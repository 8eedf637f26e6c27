import { ActionIcon, Menu } from '@mantine/core'
import { IconCopy, IconDots, IconPhoto, IconVectorTriangle } from '@tabler/icons-react'
import { data, shell } from '../../app/client.ts'
import { useText } from '../../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../../app/notify.tsx'
import { pngOf } from './picture-png.ts'
import { svgOf } from './picture-svg.ts'
import type { Picture } from './picture.ts'

type PictureMenuProps = {
  /** Names the picture: for those who hear the menu, and the file. */
  readonly title: string
  /** Draws the picture as it is now. */
  readonly draw: () => Picture
}

/** Saves a picture as SVG or PNG, or copies it. */
export function PictureMenu({ title, draw }: PictureMenuProps) {
  const t = useText()

  async function save(format: 'svg' | 'png') {
    const to = await shell.chooseTarget({ purpose: format, suggestedName: `${title}.${format}` })
    if (to === null) return
    const content = format === 'svg' ? svgOf(draw()) : await base64Of(await pngOf(draw()))
    await data.reports.savePicture({ to, format, content })
    notifyDone(t('picture:saved', { name: to.name }))
  }

  async function copy() {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(draw()) })])
    notifyDone(t('picture:copied'))
  }

  const label = t('picture:menu', { title })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={label} title={label}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        <Menu.Item
          leftSection={<IconVectorTriangle size={16} aria-hidden />}
          onClick={() => void save('svg').catch(notifyRefusal)}
        >
          {t('picture:saveSvg')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPhoto size={16} aria-hidden />}
          onClick={() => void save('png').catch(notifyRefusal)}
        >
          {t('picture:savePng')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={() => void copy().catch(notifyRefusal)}
        >
          {t('picture:copy')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('error', () => reject(new Error('the picture could not be read')))
    reader.addEventListener('load', () => {
      const address = reader.result
      resolve(typeof address === 'string' ? address.slice(address.indexOf(',') + 1) : '')
    })
    reader.readAsDataURL(blob)
  })
}
