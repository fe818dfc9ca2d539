-- AlterTable
ALTER TABLE "Share" ADD COLUMN "forUserId" TEXT;
ALTER TABLE "Share" ADD COLUMN "isProtected" BOOLEAN;
ALTER TABLE "Share" ADD COLUMN "personalOf" TEXT;
ALTER TABLE "Share" ADD COLUMN "snapshotAt" DATETIME;

-- CreateTable
CREATE TABLE "Snapshot" (
    "shareId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    CONSTRAINT "Snapshot_shareId_fkey" FOREIGN KEY ("shareId") REFERENCES "Share" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Item" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "ownerId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "content" JSONB NOT NULL,
    "source" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "picture" TEXT,
    "cover" TEXT,
    "playCount" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" DATETIME,
    CONSTRAINT "Item_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Item" ("content", "cover", "createdAt", "deletedAt", "description", "id", "kind", "ownerId", "playCount", "source", "title", "updatedAt", "version") SELECT "content", "cover", "createdAt", "deletedAt", "description", "id", "kind", "ownerId", "playCount", "source", "title", "updatedAt", "version" FROM "Item";
DROP TABLE "Item";
ALTER TABLE "new_Item" RENAME TO "Item";
CREATE INDEX "Item_deletedAt_idx" ON "Item"("deletedAt");
CREATE INDEX "Item_ownerId_kind_id_idx" ON "Item"("ownerId", "kind", "id");
CREATE UNIQUE INDEX "Item_ownerId_source_key" ON "Item"("ownerId", "source");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "Share_personalOf_key" ON "Share"("personalOf");

-- What songs say of themselves in lists stood in their contents alone.
UPDATE "Item" SET "note" = COALESCE(json_extract("content", '$.artist'), ''), "picture" = json_extract("content", '$.thumbnail') WHERE "kind" = 'song';
