// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The book by topic: reads, changes, and what a rebuild of Redis needs.
#include "core/database/book/book_changes.h"
#include "core/database/book/book_reads.h"
#include "core/database/book/book_rebuild.h"
