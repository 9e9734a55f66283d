import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderManifest } from './manifest/render-manifest.ts';

const [, , publicUrl] = process.argv;
if (publicUrl === undefined) writeFileSync(join(import.meta.dirname, '..', 'manifest.yaml'), renderManifest(null));
else process.stdout.write(renderManifest(publicUrl));
