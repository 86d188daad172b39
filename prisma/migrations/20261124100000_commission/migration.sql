-- AlterTable
ALTER TABLE "PriorityFact" ADD COLUMN "validUntil" TEXT;

-- CreateTable
CREATE TABLE "DuplicateReview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "childId" TEXT NOT NULL,
    "otherChildId" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "decidedAt" DATETIME NOT NULL,
    "decidedBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "CriteriaGrid" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "careKind" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "sourceUrl" TEXT,
    "decidedOn" TEXT,
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT,
    "content" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT,
    "adoptedBy" TEXT
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "heldOn" TEXT NOT NULL,
    "careKind" TEXT NOT NULL,
    "gridId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "startFrom" TEXT NOT NULL,
    "startTo" TEXT NOT NULL,
    "answerDays" INTEGER NOT NULL,
    "surnombreMax" INTEGER NOT NULL DEFAULT 0,
    "quorum" INTEGER NOT NULL,
    "seedCommitment" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "frozenAt" DATETIME,
    "publishedAt" DATETIME,
    "publishedBy" TEXT,
    "cancelledAt" DATETIME,
    "cancelledBy" TEXT,
    "cancelReason" TEXT,
    "chosenRunId" TEXT,
    "figures" JSONB,
    CONSTRAINT "Meeting_gridId_fkey" FOREIGN KEY ("gridId") REFERENCES "CriteriaGrid" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MeetingSection" (
    "meetingId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,

    PRIMARY KEY ("meetingId", "sectionId"),
    CONSTRAINT "MeetingSection_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MeetingSection_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MeetingCandidate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "meetingId" TEXT NOT NULL,
    "careRequestId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stateReason" TEXT,
    "engineId" TEXT NOT NULL,
    "sheet" JSONB NOT NULL,
    "points" INTEGER NOT NULL,
    "lottery" INTEGER NOT NULL,
    "level" INTEGER,
    "levelMotive" TEXT,
    "levelBy" TEXT,
    "outcome" TEXT,
    "answer" JSONB,
    "offerId" TEXT,
    CONSTRAINT "MeetingCandidate_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MeetingCandidate_careRequestId_fkey" FOREIGN KEY ("careRequestId") REFERENCES "CareRequest" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MeetingRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "meetingId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "adjustments" JSONB NOT NULL,
    "instance" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "summary" JSONB NOT NULL,
    "certified" BOOLEAN NOT NULL,
    "certificate" JSONB NOT NULL,
    CONSTRAINT "MeetingRun_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MeetingAdjustment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "meetingId" TEXT NOT NULL,
    "candidateId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "facilityId" TEXT NOT NULL,
    "motive" TEXT NOT NULL,
    "signedBy" TEXT NOT NULL,
    "madeBy" TEXT NOT NULL,
    "madeAt" DATETIME NOT NULL,
    "removedAt" DATETIME,
    "removedBy" TEXT,
    CONSTRAINT "MeetingAdjustment_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MeetingAttendee" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "meetingId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "quality" TEXT NOT NULL,
    "voting" BOOLEAN NOT NULL DEFAULT true,
    "present" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "MeetingAttendee_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_CareRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reference" TEXT NOT NULL,
    "householdId" TEXT NOT NULL,
    "childId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "language" TEXT NOT NULL DEFAULT 'fr',
    "pattern" JSONB NOT NULL,
    "weeklyMinutes" INTEGER NOT NULL,
    "atypicalMinutes" INTEGER NOT NULL,
    "startOn" TEXT NOT NULL,
    "flexibleWeeks" INTEGER NOT NULL DEFAULT 0,
    "zoneCode" TEXT,
    "adviceConsent" BOOLEAN NOT NULL DEFAULT false,
    "siblingGroupId" TEXT,
    "siblingRule" TEXT NOT NULL DEFAULT 'apart',
    "minDays" INTEGER,
    "fewerDaysFirst" BOOLEAN NOT NULL DEFAULT false,
    "submittedAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME,
    "renewalAskedAt" DATETIME,
    "renewBy" TEXT,
    "reopenBy" TEXT,
    "nextStepBy" TEXT,
    "handlerId" TEXT,
    "trackingTokenHash" TEXT NOT NULL,
    CONSTRAINT "CareRequest_householdId_fkey" FOREIGN KEY ("householdId") REFERENCES "Household" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CareRequest_childId_fkey" FOREIGN KEY ("childId") REFERENCES "Child" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_CareRequest" ("adviceConsent", "atypicalMinutes", "childId", "flexibleWeeks", "handlerId", "householdId", "id", "kind", "language", "nextStepBy", "pattern", "reference", "startOn", "status", "submittedAt", "trackingTokenHash", "version", "weeklyMinutes", "zoneCode") SELECT "adviceConsent", "atypicalMinutes", "childId", "flexibleWeeks", "handlerId", "householdId", "id", "kind", "language", "nextStepBy", "pattern", "reference", "startOn", "status", "submittedAt", "trackingTokenHash", "version", "weeklyMinutes", "zoneCode" FROM "CareRequest";
DROP TABLE "CareRequest";
ALTER TABLE "new_CareRequest" RENAME TO "CareRequest";
CREATE UNIQUE INDEX "CareRequest_reference_key" ON "CareRequest"("reference");
CREATE UNIQUE INDEX "CareRequest_trackingTokenHash_key" ON "CareRequest"("trackingTokenHash");
CREATE INDEX "CareRequest_status_handlerId_submittedAt_idx" ON "CareRequest"("status", "handlerId", "submittedAt");
CREATE INDEX "CareRequest_status_renewBy_idx" ON "CareRequest"("status", "renewBy");
CREATE INDEX "CareRequest_siblingGroupId_idx" ON "CareRequest"("siblingGroupId");
CREATE INDEX "CareRequest_householdId_idx" ON "CareRequest"("householdId");
CREATE INDEX "CareRequest_childId_idx" ON "CareRequest"("childId");
CREATE TABLE "new_Offer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "careRequestId" TEXT NOT NULL,
    "facilityId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "pattern" JSONB NOT NULL,
    "startOn" TEXT NOT NULL,
    "endOn" TEXT,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "answerBy" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT,
    "answeredAt" DATETIME,
    "tokenHash" TEXT NOT NULL,
    "contractKind" TEXT NOT NULL DEFAULT 'regular',
    "bundleId" TEXT,
    "transferOf" TEXT,
    "meetingId" TEXT,
    "replacesId" TEXT,
    CONSTRAINT "Offer_careRequestId_fkey" FOREIGN KEY ("careRequestId") REFERENCES "CareRequest" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Offer_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Offer_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Offer_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Offer" ("answerBy", "answeredAt", "bundleId", "careRequestId", "contractKind", "createdAt", "createdBy", "endOn", "facilityId", "id", "pattern", "sectionId", "startOn", "status", "tokenHash", "transferOf", "version") SELECT "answerBy", "answeredAt", "bundleId", "careRequestId", "contractKind", "createdAt", "createdBy", "endOn", "facilityId", "id", "pattern", "sectionId", "startOn", "status", "tokenHash", "transferOf", "version" FROM "Offer";
DROP TABLE "Offer";
ALTER TABLE "new_Offer" RENAME TO "Offer";
CREATE UNIQUE INDEX "Offer_tokenHash_key" ON "Offer"("tokenHash");
CREATE INDEX "Offer_bundleId_idx" ON "Offer"("bundleId");
CREATE INDEX "Offer_meetingId_status_idx" ON "Offer"("meetingId", "status");
CREATE INDEX "Offer_sectionId_status_idx" ON "Offer"("sectionId", "status");
CREATE INDEX "Offer_status_answerBy_idx" ON "Offer"("status", "answerBy");
CREATE INDEX "Offer_careRequestId_idx" ON "Offer"("careRequestId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "DuplicateReview_childId_otherChildId_key" ON "DuplicateReview"("childId", "otherChildId");

-- CreateIndex
CREATE INDEX "CriteriaGrid_careKind_status_validFrom_idx" ON "CriteriaGrid"("careKind", "status", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "CriteriaGrid_code_version_key" ON "CriteriaGrid"("code", "version");

-- CreateIndex
CREATE INDEX "Meeting_careKind_status_heldOn_idx" ON "Meeting"("careKind", "status", "heldOn");

-- CreateIndex
CREATE INDEX "MeetingCandidate_careRequestId_idx" ON "MeetingCandidate"("careRequestId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingCandidate_meetingId_careRequestId_key" ON "MeetingCandidate"("meetingId", "careRequestId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingCandidate_meetingId_number_key" ON "MeetingCandidate"("meetingId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingRun_meetingId_number_key" ON "MeetingRun"("meetingId", "number");

-- CreateIndex
CREATE INDEX "MeetingAdjustment_meetingId_removedAt_idx" ON "MeetingAdjustment"("meetingId", "removedAt");

-- CreateIndex
CREATE INDEX "MeetingAttendee_meetingId_idx" ON "MeetingAttendee"("meetingId");

-- A grid that has been adopted never changes: another version is written. Only its last day of validity may be set.
CREATE TRIGGER "CriteriaGrid_adopted_never_changes" BEFORE UPDATE ON "CriteriaGrid"
WHEN OLD."status" = 'adopted' AND (
    NEW."status" <> OLD."status" OR NEW."content" <> OLD."content" OR NEW."method" <> OLD."method"
    OR NEW."code" <> OLD."code" OR NEW."version" <> OLD."version" OR NEW."validFrom" <> OLD."validFrom"
)
BEGIN
    SELECT RAISE(ABORT, 'grid-adopted');
END;

-- A published meeting never changes, nor what it decided; one that was given up stays as it was.
CREATE TRIGGER "Meeting_published_never_changes" BEFORE UPDATE ON "Meeting"
WHEN OLD."status" IN ('published', 'cancelled')
BEGIN
    SELECT RAISE(ABORT, 'meeting-published');
END;

CREATE TRIGGER "MeetingCandidate_published_never_changes" BEFORE UPDATE ON "MeetingCandidate"
WHEN (SELECT "status" FROM "Meeting" WHERE "id" = OLD."meetingId") = 'published'
BEGIN
    SELECT RAISE(ABORT, 'meeting-published');
END;

CREATE TRIGGER "MeetingCandidate_published_never_joined" BEFORE INSERT ON "MeetingCandidate"
WHEN (SELECT "status" FROM "Meeting" WHERE "id" = NEW."meetingId") = 'published'
BEGIN
    SELECT RAISE(ABORT, 'meeting-published');
END;

CREATE TRIGGER "MeetingRun_never_changes" BEFORE UPDATE ON "MeetingRun"
BEGIN
    SELECT RAISE(ABORT, 'run-never-changes');
END;

CREATE TRIGGER "MeetingAdjustment_published_never_changes" BEFORE UPDATE ON "MeetingAdjustment"
WHEN (SELECT "status" FROM "Meeting" WHERE "id" = OLD."meetingId") = 'published'
BEGIN
    SELECT RAISE(ABORT, 'meeting-published');
END;

CREATE TRIGGER "MeetingAdjustment_published_never_joined" BEFORE INSERT ON "MeetingAdjustment"
WHEN (SELECT "status" FROM "Meeting" WHERE "id" = NEW."meetingId") = 'published'
BEGIN
    SELECT RAISE(ABORT, 'meeting-published');
END;

-- What it was decided from and by whom is neither removed nor added. Only the whole meeting goes, with all that it holds.
CREATE TRIGGER "MeetingAdjustment_published_never_removed" BEFORE DELETE ON "MeetingAdjustment"
WHEN (SELECT "status" FROM "Meeting" WHERE "id" = OLD."meetingId") IN ('published', 'cancelled')
BEGIN
    SELECT RAISE(ABORT, 'meeting-published');
END;

CREATE TRIGGER "MeetingRun_published_never_joined" BEFORE INSERT ON "MeetingRun"
WHEN (SELECT "status" FROM "Meeting" WHERE "id" = NEW."meetingId") IN ('published', 'cancelled')
BEGIN
    SELECT RAISE(ABORT, 'meeting-published');
END;

CREATE TRIGGER "MeetingRun_published_never_removed" BEFORE DELETE ON "MeetingRun"
WHEN (SELECT "status" FROM "Meeting" WHERE "id" = OLD."meetingId") IN ('published', 'cancelled')
BEGIN
    SELECT RAISE(ABORT, 'meeting-published');
END;

CREATE TRIGGER "MeetingAttendee_published_never_changes" BEFORE UPDATE ON "MeetingAttendee"
WHEN (SELECT "status" FROM "Meeting" WHERE "id" = OLD."meetingId") IN ('published', 'cancelled')
BEGIN
    SELECT RAISE(ABORT, 'meeting-published');
END;

CREATE TRIGGER "MeetingAttendee_published_never_joined" BEFORE INSERT ON "MeetingAttendee"
WHEN (SELECT "status" FROM "Meeting" WHERE "id" = NEW."meetingId") IN ('published', 'cancelled')
BEGIN
    SELECT RAISE(ABORT, 'meeting-published');
END;

CREATE TRIGGER "MeetingAttendee_published_never_removed" BEFORE DELETE ON "MeetingAttendee"
WHEN (SELECT "status" FROM "Meeting" WHERE "id" = OLD."meetingId") IN ('published', 'cancelled')
BEGIN
    SELECT RAISE(ABORT, 'meeting-published');
END;

CREATE TRIGGER "MeetingSection_published_never_changes" BEFORE UPDATE ON "MeetingSection"
WHEN (SELECT "status" FROM "Meeting" WHERE "id" = OLD."meetingId") IN ('published', 'cancelled')
BEGIN
    SELECT RAISE(ABORT, 'meeting-published');
END;

CREATE TRIGGER "MeetingSection_published_never_joined" BEFORE INSERT ON "MeetingSection"
WHEN (SELECT "status" FROM "Meeting" WHERE "id" = NEW."meetingId") IN ('published', 'cancelled')
BEGIN
    SELECT RAISE(ABORT, 'meeting-published');
END;

CREATE TRIGGER "MeetingSection_published_never_removed" BEFORE DELETE ON "MeetingSection"
WHEN (SELECT "status" FROM "Meeting" WHERE "id" = OLD."meetingId") IN ('published', 'cancelled')
BEGIN
    SELECT RAISE(ABORT, 'meeting-published');
END;
