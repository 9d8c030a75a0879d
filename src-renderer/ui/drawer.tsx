import { Drawer as KitDrawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { kitTexts } from './kit.nl.ts';
import classes from './modal.module.css';

/** A panel from the right that keeps the list behind it in view. */
export function Drawer({
  opened,
  onClose,
  title,
  children,
  size = 560,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly size?: number;
}) {
  return (
    <KitDrawer
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      position="right"
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': kitTexts.close }}
      classNames={{ title: classes['title'] ?? '' }}
    >
      {children}
    </KitDrawer>
  );
}
