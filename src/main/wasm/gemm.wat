;; C = factor A B, or C += factor A B, two columns at a time. Every entry is the sum of dynlab.numeric.Gemm in its order, k
;; ascending from 0, with a product and a sum rounded each, so it has the same bits.
;;
;; A, B and C are the arrays of the program that calls, where it has them. Four columns of B at a time are laid side by side in
;; the memory, a panel, so that one load takes two of them; the same with four rows of A where more than 16 columns will read
;; them, which is from where it pays. A tile is four rows and four columns of C: eight sums of two entries.
;;
;; The memory: 128 bytes for a narrow tile on its way into C, a panel of B, all panels of A. The entries of one k take 32 bytes of a
;; panel, 2⁵.
(module
  (type $doubles (array (mut f64)))
  (memory 1)

  ;; See Gemm.multiply; m, n > 0.
  (func $multiply (export "multiply")
    (param $m i32) (param $n i32) (param $depth i32)
    (param $a (ref null $doubles)) (param $aAt i32) (param $aRow i32) (param $aColumn i32)
    (param $b (ref null $doubles)) (param $bAt i32) (param $bRow i32) (param $bColumn i32)
    (param $factor f64)
    (param $c (ref null $doubles)) (param $cAt i32) (param $cRow i32)
    (param $add i32)
    (local $packed i32) (local $size i32) (local $panel i32) (local $i i32) (local $j i32)
    (local.set $size (i32.shl (local.get $depth) (i32.const 5)))
    (call $reserve (i32.add (i32.const 128) (local.get $size)))
    (local.set $packed (i32.gt_s (local.get $n) (i32.const 16)))
    (if (local.get $packed)
      (then
        (local.set $panel (i32.add (i32.const 128) (local.get $size)))
        (loop $rows
          (call $reserve (i32.add (local.get $panel) (local.get $size)))
          (call $pack
            (ref.as_non_null (local.get $a))
            (i32.add (local.get $aAt) (i32.mul (local.get $i) (local.get $aRow)))
            (i32.sub (local.get $m) (local.get $i)) (local.get $aRow)
            (local.get $depth) (local.get $aColumn)
            (local.get $panel))
          (local.set $panel (i32.add (local.get $panel) (local.get $size)))
          (local.set $i (i32.add (local.get $i) (i32.const 4)))
          (br_if $rows (i32.lt_s (local.get $i) (local.get $m))))))
    (loop $columns
      (call $pack
        (ref.as_non_null (local.get $b))
        (i32.add (local.get $bAt) (i32.mul (local.get $j) (local.get $bColumn)))
        (i32.sub (local.get $n) (local.get $j)) (local.get $bColumn)
        (local.get $depth) (local.get $bRow)
        (i32.const 128))
      (local.set $panel (i32.add (i32.const 128) (local.get $size)))
      (local.set $i (i32.const 0))
      (loop $rows
        (call $tile
          (i32.sub (local.get $m) (local.get $i))
          (i32.sub (local.get $n) (local.get $j))
          (local.get $depth)
          (local.get $packed) (local.get $panel)
          (ref.as_non_null (local.get $a))
          (i32.add (local.get $aAt) (i32.mul (local.get $i) (local.get $aRow))) (local.get $aRow) (local.get $aColumn)
          (local.get $factor)
          (ref.as_non_null (local.get $c))
          (i32.add (local.get $cAt) (i32.add (i32.mul (local.get $i) (local.get $cRow)) (local.get $j))) (local.get $cRow)
          (local.get $add))
        (local.set $panel (i32.add (local.get $panel) (local.get $size)))
        (local.set $i (i32.add (local.get $i) (i32.const 4)))
        (br_if $rows (i32.lt_s (local.get $i) (local.get $m))))
      (local.set $j (i32.add (local.get $j) (i32.const 4)))
      (br_if $columns (i32.lt_s (local.get $j) (local.get $n)))))

  ;; So many bytes of memory, or a trap.
  (func $reserve (param $bytes i32)
    (local $pages i32)
    (local.set $pages
      (i32.sub (i32.shr_u (i32.add (local.get $bytes) (i32.const 65535)) (i32.const 16)) (memory.size)))
    (if (i32.gt_s (local.get $pages) (i32.const 0))
      (then
        (if (i32.lt_s (memory.grow (local.get $pages)) (i32.const 0))
          (then (unreachable))))))

  ;; How far the k-th of four lines lies from the one before it. Where there is none, the last one is taken again, and what
  ;; comes of it goes nowhere.
  (func $apart (param $k i32) (param $lines i32) (param $line i32) (result i32)
    (select (local.get $line) (i32.const 0) (i32.gt_s (local.get $lines) (local.get $k))))

  ;; Four rows of A, or four columns of B, into a panel.
  (func $pack
    (param $from (ref $doubles)) (param $at i32) (param $lines i32) (param $line i32) (param $depth i32) (param $step i32)
    (param $panel i32)
    (local $end i32) (local $at1 i32) (local $at2 i32) (local $at3 i32)
    (local.set $at1 (i32.add (local.get $at) (call $apart (i32.const 1) (local.get $lines) (local.get $line))))
    (local.set $at2 (i32.add (local.get $at1) (call $apart (i32.const 2) (local.get $lines) (local.get $line))))
    (local.set $at3 (i32.add (local.get $at2) (call $apart (i32.const 3) (local.get $lines) (local.get $line))))
    (local.set $end (i32.add (local.get $panel) (i32.shl (local.get $depth) (i32.const 5))))
    (if (local.get $depth)
      (then
        (loop $k
          (f64.store (local.get $panel) (array.get $doubles (local.get $from) (local.get $at)))
          (f64.store offset=8 (local.get $panel) (array.get $doubles (local.get $from) (local.get $at1)))
          (f64.store offset=16 (local.get $panel) (array.get $doubles (local.get $from) (local.get $at2)))
          (f64.store offset=24 (local.get $panel) (array.get $doubles (local.get $from) (local.get $at3)))
          (local.set $at (i32.add (local.get $at) (local.get $step)))
          (local.set $at1 (i32.add (local.get $at1) (local.get $step)))
          (local.set $at2 (i32.add (local.get $at2) (local.get $step)))
          (local.set $at3 (i32.add (local.get $at3) (local.get $step)))
          (local.set $panel (i32.add (local.get $panel) (i32.const 32)))
          (br_if $k (i32.lt_u (local.get $panel) (local.get $end)))))))

  ;; Four rows of A, in a panel or where they lie, by the panel of B: of the tile as many rows and columns go into C as it has.
  (func $tile
    (param $rows i32) (param $columns i32) (param $depth i32)
    (param $packed i32) (param $panel i32)
    (param $a (ref $doubles)) (param $aAt i32) (param $aRow i32) (param $aColumn i32)
    (param $factor f64)
    (param $c (ref $doubles)) (param $cAt i32) (param $cRow i32)
    (param $add i32)
    (local $b i32) (local $end i32) (local $at1 i32) (local $at2 i32) (local $at3 i32)
    (local $b0 v128) (local $b1 v128) (local $v v128)
    (local $c00 v128) (local $c01 v128) (local $c10 v128) (local $c11 v128)
    (local $c20 v128) (local $c21 v128) (local $c30 v128) (local $c31 v128)
    (local $from i32) (local $j i32) (local $x f64)
    (local.set $b (i32.const 128))
    (local.set $end (i32.add (local.get $b) (i32.shl (local.get $depth) (i32.const 5))))
    (if (local.get $depth)
      (then
        (if (local.get $packed)
          (then
            (loop $k
              (local.set $b0 (v128.load align=8 (local.get $b)))
              (local.set $b1 (v128.load offset=16 align=8 (local.get $b)))
              (local.set $v (v128.load64_splat (local.get $panel)))
              (local.set $c00 (f64x2.add (local.get $c00) (f64x2.mul (local.get $v) (local.get $b0))))
              (local.set $c01 (f64x2.add (local.get $c01) (f64x2.mul (local.get $v) (local.get $b1))))
              (local.set $v (v128.load64_splat offset=8 (local.get $panel)))
              (local.set $c10 (f64x2.add (local.get $c10) (f64x2.mul (local.get $v) (local.get $b0))))
              (local.set $c11 (f64x2.add (local.get $c11) (f64x2.mul (local.get $v) (local.get $b1))))
              (local.set $v (v128.load64_splat offset=16 (local.get $panel)))
              (local.set $c20 (f64x2.add (local.get $c20) (f64x2.mul (local.get $v) (local.get $b0))))
              (local.set $c21 (f64x2.add (local.get $c21) (f64x2.mul (local.get $v) (local.get $b1))))
              (local.set $v (v128.load64_splat offset=24 (local.get $panel)))
              (local.set $c30 (f64x2.add (local.get $c30) (f64x2.mul (local.get $v) (local.get $b0))))
              (local.set $c31 (f64x2.add (local.get $c31) (f64x2.mul (local.get $v) (local.get $b1))))
              (local.set $panel (i32.add (local.get $panel) (i32.const 32)))
              (local.set $b (i32.add (local.get $b) (i32.const 32)))
              (br_if $k (i32.lt_u (local.get $b) (local.get $end)))))
          (else
            (local.set $at1 (i32.add (local.get $aAt) (call $apart (i32.const 1) (local.get $rows) (local.get $aRow))))
            (local.set $at2 (i32.add (local.get $at1) (call $apart (i32.const 2) (local.get $rows) (local.get $aRow))))
            (local.set $at3 (i32.add (local.get $at2) (call $apart (i32.const 3) (local.get $rows) (local.get $aRow))))
            (loop $k
              (local.set $b0 (v128.load align=8 (local.get $b)))
              (local.set $b1 (v128.load offset=16 align=8 (local.get $b)))
              (local.set $v (f64x2.splat (array.get $doubles (local.get $a) (local.get $aAt))))
              (local.set $c00 (f64x2.add (local.get $c00) (f64x2.mul (local.get $v) (local.get $b0))))
              (local.set $c01 (f64x2.add (local.get $c01) (f64x2.mul (local.get $v) (local.get $b1))))
              (local.set $v (f64x2.splat (array.get $doubles (local.get $a) (local.get $at1))))
              (local.set $c10 (f64x2.add (local.get $c10) (f64x2.mul (local.get $v) (local.get $b0))))
              (local.set $c11 (f64x2.add (local.get $c11) (f64x2.mul (local.get $v) (local.get $b1))))
              (local.set $v (f64x2.splat (array.get $doubles (local.get $a) (local.get $at2))))
              (local.set $c20 (f64x2.add (local.get $c20) (f64x2.mul (local.get $v) (local.get $b0))))
              (local.set $c21 (f64x2.add (local.get $c21) (f64x2.mul (local.get $v) (local.get $b1))))
              (local.set $v (f64x2.splat (array.get $doubles (local.get $a) (local.get $at3))))
              (local.set $c30 (f64x2.add (local.get $c30) (f64x2.mul (local.get $v) (local.get $b0))))
              (local.set $c31 (f64x2.add (local.get $c31) (f64x2.mul (local.get $v) (local.get $b1))))
              (local.set $aAt (i32.add (local.get $aAt) (local.get $aColumn)))
              (local.set $at1 (i32.add (local.get $at1) (local.get $aColumn)))
              (local.set $at2 (i32.add (local.get $at2) (local.get $aColumn)))
              (local.set $at3 (i32.add (local.get $at3) (local.get $aColumn)))
              (local.set $b (i32.add (local.get $b) (i32.const 32)))
              (br_if $k (i32.lt_u (local.get $b) (local.get $end))))))))

    (local.set $v (f64x2.splat (local.get $factor)))
    (local.set $c00 (f64x2.mul (local.get $v) (local.get $c00)))
    (local.set $c01 (f64x2.mul (local.get $v) (local.get $c01)))
    (local.set $c10 (f64x2.mul (local.get $v) (local.get $c10)))
    (local.set $c11 (f64x2.mul (local.get $v) (local.get $c11)))
    (local.set $c20 (f64x2.mul (local.get $v) (local.get $c20)))
    (local.set $c21 (f64x2.mul (local.get $v) (local.get $c21)))
    (local.set $c30 (f64x2.mul (local.get $v) (local.get $c30)))
    (local.set $c31 (f64x2.mul (local.get $v) (local.get $c31)))

    ;; Fewer than four columns go by way of the memory. Four go straight into C, each row written out: what is called instead is
    ;; compiled as one piece with this only if it was called often before.
    (if (i32.lt_s (local.get $columns) (i32.const 4))
      (then
        (v128.store align=8 (i32.const 0) (local.get $c00))
        (v128.store align=8 (i32.const 16) (local.get $c01))
        (v128.store align=8 (i32.const 32) (local.get $c10))
        (v128.store align=8 (i32.const 48) (local.get $c11))
        (v128.store align=8 (i32.const 64) (local.get $c20))
        (v128.store align=8 (i32.const 80) (local.get $c21))
        (v128.store align=8 (i32.const 96) (local.get $c30))
        (v128.store align=8 (i32.const 112) (local.get $c31))
        (local.set $end
          (i32.shl (select (local.get $rows) (i32.const 4) (i32.lt_s (local.get $rows) (i32.const 4))) (i32.const 5)))
        (loop $row
          (local.set $j (i32.const 0))
          (loop $column
            (local.set $x (f64.load (i32.add (local.get $from) (i32.shl (local.get $j) (i32.const 3)))))
            (if (local.get $add)
              (then
                (local.set $x
                  (f64.add (array.get $doubles (local.get $c) (i32.add (local.get $cAt) (local.get $j))) (local.get $x)))))
            (array.set $doubles (local.get $c) (i32.add (local.get $cAt) (local.get $j)) (local.get $x))
            (local.set $j (i32.add (local.get $j) (i32.const 1)))
            (br_if $column (i32.lt_s (local.get $j) (local.get $columns))))
          (local.set $cAt (i32.add (local.get $cAt) (local.get $cRow)))
          (local.set $from (i32.add (local.get $from) (i32.const 32)))
          (br_if $row (i32.lt_u (local.get $from) (local.get $end)))))
      (else
        (local.set $at1 (i32.add (local.get $cAt) (i32.const 1)))
        (local.set $at2 (i32.add (local.get $cAt) (i32.const 2)))
        (local.set $at3 (i32.add (local.get $cAt) (i32.const 3)))
        (block $done
          (if (local.get $add)
            (then
              (local.set $c00 (f64x2.add (local.get $c00)
                (f64x2.replace_lane 1 (f64x2.splat (array.get $doubles (local.get $c) (local.get $cAt)))
                  (array.get $doubles (local.get $c) (local.get $at1)))))
              (local.set $c01 (f64x2.add (local.get $c01)
                (f64x2.replace_lane 1 (f64x2.splat (array.get $doubles (local.get $c) (local.get $at2)))
                  (array.get $doubles (local.get $c) (local.get $at3)))))))
          (array.set $doubles (local.get $c) (local.get $cAt) (f64x2.extract_lane 0 (local.get $c00)))
          (array.set $doubles (local.get $c) (local.get $at1) (f64x2.extract_lane 1 (local.get $c00)))
          (array.set $doubles (local.get $c) (local.get $at2) (f64x2.extract_lane 0 (local.get $c01)))
          (array.set $doubles (local.get $c) (local.get $at3) (f64x2.extract_lane 1 (local.get $c01)))
          (br_if $done (i32.eq (local.get $rows) (i32.const 1)))
          (local.set $cAt (i32.add (local.get $cAt) (local.get $cRow)))
          (local.set $at1 (i32.add (local.get $at1) (local.get $cRow)))
          (local.set $at2 (i32.add (local.get $at2) (local.get $cRow)))
          (local.set $at3 (i32.add (local.get $at3) (local.get $cRow)))
          (if (local.get $add)
            (then
              (local.set $c10 (f64x2.add (local.get $c10)
                (f64x2.replace_lane 1 (f64x2.splat (array.get $doubles (local.get $c) (local.get $cAt)))
                  (array.get $doubles (local.get $c) (local.get $at1)))))
              (local.set $c11 (f64x2.add (local.get $c11)
                (f64x2.replace_lane 1 (f64x2.splat (array.get $doubles (local.get $c) (local.get $at2)))
                  (array.get $doubles (local.get $c) (local.get $at3)))))))
          (array.set $doubles (local.get $c) (local.get $cAt) (f64x2.extract_lane 0 (local.get $c10)))
          (array.set $doubles (local.get $c) (local.get $at1) (f64x2.extract_lane 1 (local.get $c10)))
          (array.set $doubles (local.get $c) (local.get $at2) (f64x2.extract_lane 0 (local.get $c11)))
          (array.set $doubles (local.get $c) (local.get $at3) (f64x2.extract_lane 1 (local.get $c11)))
          (br_if $done (i32.eq (local.get $rows) (i32.const 2)))
          (local.set $cAt (i32.add (local.get $cAt) (local.get $cRow)))
          (local.set $at1 (i32.add (local.get $at1) (local.get $cRow)))
          (local.set $at2 (i32.add (local.get $at2) (local.get $cRow)))
          (local.set $at3 (i32.add (local.get $at3) (local.get $cRow)))
          (if (local.get $add)
            (then
              (local.set $c20 (f64x2.add (local.get $c20)
                (f64x2.replace_lane 1 (f64x2.splat (array.get $doubles (local.get $c) (local.get $cAt)))
                  (array.get $doubles (local.get $c) (local.get $at1)))))
              (local.set $c21 (f64x2.add (local.get $c21)
                (f64x2.replace_lane 1 (f64x2.splat (array.get $doubles (local.get $c) (local.get $at2)))
                  (array.get $doubles (local.get $c) (local.get $at3)))))))
          (array.set $doubles (local.get $c) (local.get $cAt) (f64x2.extract_lane 0 (local.get $c20)))
          (array.set $doubles (local.get $c) (local.get $at1) (f64x2.extract_lane 1 (local.get $c20)))
          (array.set $doubles (local.get $c) (local.get $at2) (f64x2.extract_lane 0 (local.get $c21)))
          (array.set $doubles (local.get $c) (local.get $at3) (f64x2.extract_lane 1 (local.get $c21)))
          (br_if $done (i32.eq (local.get $rows) (i32.const 3)))
          (local.set $cAt (i32.add (local.get $cAt) (local.get $cRow)))
          (local.set $at1 (i32.add (local.get $at1) (local.get $cRow)))
          (local.set $at2 (i32.add (local.get $at2) (local.get $cRow)))
          (local.set $at3 (i32.add (local.get $at3) (local.get $cRow)))
          (if (local.get $add)
            (then
              (local.set $c30 (f64x2.add (local.get $c30)
                (f64x2.replace_lane 1 (f64x2.splat (array.get $doubles (local.get $c) (local.get $cAt)))
                  (array.get $doubles (local.get $c) (local.get $at1)))))
              (local.set $c31 (f64x2.add (local.get $c31)
                (f64x2.replace_lane 1 (f64x2.splat (array.get $doubles (local.get $c) (local.get $at2)))
                  (array.get $doubles (local.get $c) (local.get $at3)))))))
          (array.set $doubles (local.get $c) (local.get $cAt) (f64x2.extract_lane 0 (local.get $c30)))
          (array.set $doubles (local.get $c) (local.get $at1) (f64x2.extract_lane 1 (local.get $c30)))
          (array.set $doubles (local.get $c) (local.get $at2) (f64x2.extract_lane 0 (local.get $c31)))
          (array.set $doubles (local.get $c) (local.get $at3) (f64x2.extract_lane 1 (local.get $c31))))))))
