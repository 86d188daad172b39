// What may be wrong with the machine, each as one line that says what to do; null when all is well.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";

function portProblem(code, host, port) {
  if (code === "EADDRINUSE") {
    const other = port < 65535 ? port + 1 : 3000;
    return `Le port ${port} est déjà utilisé : arrêtez l'autre programme, ou choisissez un autre port (PORT=${other} npm start). / Port ${port} is already in use: stop the other program, or choose another port (PORT=${other} npm start).`;
  }
  if (code === "EACCES") {
    return `Le port ${port} est réservé à l'administrateur : choisissez un port au-dessus de 1024 (PORT=3000 npm start). / Port ${port} is reserved for the administrator: choose a port above 1024 (PORT=3000 npm start).`;
  }
  return `Impossible d'écouter sur HOST=${host} (${code}) : donnez une adresse de cette machine, par exemple 127.0.0.1 ou 0.0.0.0. / Cannot listen on HOST=${host} (${code}): give an address of this machine, such as 127.0.0.1 or 0.0.0.0.`;
}

export function checkPort(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(portProblem(error.code, host, port)));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

/** Makes the folder when it is not there, then writes in it and removes what it wrote. */
export function checkFolder(folder) {
  const probe = path.join(folder, `.write-test-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, Buffer.alloc(64 * 1024));
    return null;
  } catch (error) {
    if (error.code === "ENOSPC" || error.code === "EDQUOT") return diskFull(folder);
    if (error.code === "EEXIST" || error.code === "ENOTDIR") {
      return `${folder} n'est pas un dossier : donnez-en un avec DATA_DIR=/chemin. / ${folder} is not a folder: give one with DATA_DIR=/path.`;
    }
    if (error.code === "EROFS") {
      return `Le disque de ${folder} est en lecture seule : remontez-le en écriture, ou donnez un autre dossier avec DATA_DIR=/chemin. / The disk of ${folder} is read-only: remount it for writing, or give another folder with DATA_DIR=/path.`;
    }
    return `Impossible d'écrire dans ${folder} (${error.code}) : donnez-en le droit à cet utilisateur, ou un autre dossier avec DATA_DIR=/chemin. / Cannot write in ${folder} (${error.code}): allow this user to, or give another folder with DATA_DIR=/path.`;
  } finally {
    if (existsSync(probe)) rmSync(probe);
  }
}

const diskFull = (folder, megabytes = 100) =>
  `Le disque de ${folder} est plein : libérez au moins ${megabytes} Mo. / The disk of ${folder} is full: free at least ${megabytes} MB.`;

/** @param megabytes free space needed in an existing folder */
export function checkDisk(folder, megabytes) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= megabytes * 1024 * 1024 ? null : diskFull(folder, megabytes);
}

export const unreadable = (file, why) =>
  `La base ${file} est illisible (${why}) : remettez une sauvegarde à sa place, ou donnez un autre dossier avec DATA_DIR=/chemin. / The database ${file} cannot be read (${why}): put a backup in its place, or give another folder with DATA_DIR=/path.`;

/** Reads the header of an SQLite file: its first words, and whether it is all there. */
export function checkDatabaseFile(file) {
  if (!existsSync(file)) return null;
  const header = Buffer.alloc(100);
  try {
    const descriptor = openSync(file, "r+");
    const length = readSync(descriptor, header, 0, 100, 0);
    closeSync(descriptor);
    if (length === 0) return null;
  } catch (error) {
    if (error.code === "EACCES" || error.code === "EPERM" || error.code === "EROFS") {
      return `Impossible d'ouvrir la base ${file} en écriture (${error.code}) : donnez-en le droit à cet utilisateur. / The database ${file} cannot be opened for writing (${error.code}): allow this user to.`;
    }
    return unreadable(file, error.code);
  }
  if (header.toString("latin1", 0, 16) !== "SQLite format 3\0") return unreadable(file, "SQLITE_NOTADB");
  // A journal beside the file may still complete it.
  if (existsSync(`${file}-wal`)) return null;
  const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16);
  const complete = statSync(file).size >= pageSize * header.readUInt32BE(28);
  return complete ? null : unreadable(file, "SQLITE_CORRUPT");
}
